import type { Instruction } from '../syntax/instruction';
import type { Base } from './stages';

const windowsName = /windows|nanoserver|servercore|(?:^|[-/])ltsc20\d\d|dotnet\/framework|dotnet-framework/i;
const windowsRepository = /^microsoft\/(?:iis|aspnet|wcf|mssql-server-windows)/i;
/** Images that exist for Linux alone. */
const linuxRepository =
  /(?:^|\/)(?:alpine|ubuntu|debian|centos|fedora|busybox|amazonlinux|rockylinux|almalinux|oraclelinux|archlinux|ubi\d*)(?:\/|$)/;

/**
 * Guesses whether a stage upon an image is built for Windows: from --platform, from the image's name and tag, and, where
 * those tell nothing, from the file's escape character, which people change for Windows paths only.
 * @param platform the value of --platform, resolved; undefined where there is none
 */
export function looksLikeWindows(from: Instruction, base: Base, platform: string | undefined): boolean {
  if (platform && /^windows(?:\/|$)/i.test(platform)) return true;
  if (platform && /^linux(?:\/|$)/i.test(platform)) return false;
  if (windowsName.test(base.resolved) || windowsRepository.test(base.resolved)) return true;
  return from.escape === '`' && !linuxRepository.test(base.repository ?? '');
}
