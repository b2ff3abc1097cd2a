import { powerShellOf } from '../../model/powershell';
import { defineRule } from '../rule';

const download = /\b(?:Invoke-WebRequest|iwr)\b/i;

export const powershellProgress = defineRule({
  id: 'powershell-progress',
  category: 'speed',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  mentions: download,
  text: {
    en: {
      summary: 'Download with PowerShell’s progress bar',
      found: (name: string) =>
        `Windows PowerShell draws a progress bar for each block that \`${name}\` gets, which takes longer than the download. Set \`$ProgressPreference = 'SilentlyContinue'\` before.`,
    },
    ko: {
      summary: '진행 표시줄을 그리며 받는 PowerShell 다운로드',
      found: (name: string) =>
        `Windows PowerShell은 \`${name}\`이(가) 데이터를 받을 때마다 진행 표시줄을 그려서 다운로드보다 오래 걸려요. 먼저 \`$ProgressPreference = 'SilentlyContinue'\`를 설정해 주세요.`,
    },
  },
  *checkInstruction({ instruction, inForce }) {
    const script = powerShellOf(instruction, inForce);
    if (!script?.windows || /ProgressPreference/i.test(`${script.prelude} ${script.text}`)) return;
    const found = download.exec(instruction.text)!;
    yield { at: { start: found.index, end: found.index + found[0].length }, say: (text) => text.found(found[0]) };
  },
});
