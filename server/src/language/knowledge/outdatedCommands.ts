/**
 * Commands and flags that their makers have taken back, and what to write instead. Sources: apt-key(8) and the changelog of apt
 * 2.9.15; `npm help config` (production, only); bundle-install(1) and the notes on Bundler 4; the changelogs of Poetry 2.0 and
 * pipenv 2022.8; https://go.dev/doc/go1.18#go-get (read 2026-11-24).
 */
export interface Outdated {
  /** One of these stands behind the program; none where any may. */
  readonly subcommands: readonly string[];
  /** One of these flags is given, with the value that it is meant for; none where the command itself is outdated. */
  readonly flags: readonly string[];
  readonly value?: RegExp;
  /** What takes the flag's place in the command; undefined where it takes more than a word. */
  readonly flag?: string;
  /** Shell text for the message. */
  readonly instead: string;
  /** It is gone, and no longer only advised against. */
  readonly gone?: string;
}

const npmInstall = ['install', 'i', 'ci'];
const omit = { subcommands: npmInstall, flag: '--omit=dev', instead: '--omit=dev' };
const bundle = (flag: string, setting: string): Outdated => ({
  subcommands: ['install'],
  flags: [flag],
  instead: `bundle config set --local ${setting}`,
  gone: 'Bundler 4',
});

export const outdatedCommands: Readonly<Record<string, readonly Outdated[]>> = {
  'apt-key': [
    {
      subcommands: ['add', 'adv'],
      flags: [],
      instead: '[signed-by=/etc/apt/keyrings/name.asc]',
      gone: 'Debian 13',
    },
  ],
  npm: [
    { ...omit, flags: ['--production'] },
    { ...omit, flags: ['--only'], value: /^prod(?:uction)?$/ },
  ],
  bundle: [
    bundle('--without', "without 'development test'"),
    bundle('--with', "with 'name'"),
    bundle('--path', "path 'vendor/bundle'"),
    bundle('--deployment', "deployment 'true'"),
  ],
  poetry: [
    { subcommands: ['install'], flags: ['--no-dev'], flag: '--only main', instead: '--only main', gone: 'Poetry 2' },
  ],
  pipenv: [
    { subcommands: ['lock'], flags: ['-r', '--requirements'], instead: 'pipenv requirements', gone: 'pipenv 2022.8' },
  ],
};
