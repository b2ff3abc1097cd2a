/** Endings of archives that ADD may unpack: tar, alone or compressed. BuildKit looks into the file, a linter only at its name. */
const archive = /\.(?:tar|tgz|tbz2?|tb2|txz|tlz|tpz|tzst|tZ|gz|bz2|xz|lz|lzma|zst|Z)$/;

/** True of a name that looks like an archive's which ADD unpacks. */
export const isArchiveName = (name: string): boolean => archive.test(name);
