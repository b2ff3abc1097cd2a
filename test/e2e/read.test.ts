// A person opens the sample's Dockerfile and reads it: hovers in both languages.
import { describe, it } from 'vitest';
import { journey } from './support/journey';

interface Row {
  /** Text by which the line is found, and the word pointed at. */
  readonly line: string;
  readonly word: string;
  readonly en: RegExp;
  readonly ko: RegExp;
  /** Name under which a picture is kept. */
  readonly shot?: string;
}

const rows: readonly Row[] = [
  { line: 'FROM', word: 'FROM', en: /When — Build time/, ko: /시점 — 빌드할 때/ },
  { line: 'FROM', word: 'ubuntu', en: /past its end of life/, ko: /지원이 끝났어요/, shot: 'hover-image' },
  {
    line: 'apt-get update',
    word: 'RUN',
    en: /never when a container starts/,
    ko: /컨테이너를 시작할 때는 실행되지 않아요/,
  },
  {
    line: 'apt-get update',
    word: '&&',
    en: /runs only if a succeeded/,
    ko: /a가 성공해야\(종료 코드 0\)/,
    shot: 'hover-and',
  },
  {
    line: 'WORKDIR',
    word: 'WORKDIR',
    en: /Working directory from here on: \/code/,
    ko: /여기부터 작업 디렉터리: \/code/,
  },
  { line: 'ADD requirements.txt', word: 'ADD', en: /Copies files of the host/, ko: /이미지로 복사해요/ },
  { line: 'EXPOSE', word: 'EXPOSE', en: /docker run -p/, ko: /docker run -p/, shot: 'hover' },
  { line: 'EXPOSE', word: '8000', en: /host’s side/, ko: /호스트 쪽/ },
  { line: 'CMD', word: 'CMD', en: /When — Run time/, ko: /시점 — 실행할 때/, shot: 'hover-cmd' },
];

for (const language of ['en', 'ko'] as const) {
  describe(`reading the Dockerfile, ${language}`, () => {
    const workbench = journey(() => ({ settings: { 'slipway.language': language } }));

    it('opens it', () => workbench().openFile('Dockerfile', 'FROM ubuntu:16.04'));

    for (const row of rows) {
      it(`explains ${row.word} of ${row.line}`, async () => {
        await workbench().hover(row.line, row.word, row[language]);
        if (row.shot) await workbench().shoot(language === 'en' ? row.shot : `${row.shot}-${language}`);
      });
    }
  });
}
