import { countsOf, type Reporter } from './report';

/** The format of the contract: stable members only. */
export const json: Reporter = ({ files, troubles }) => {
  const report = {
    files: files.map(({ path, findings }) => ({ path, findings })),
    summary: { files: files.length, ...countsOf(files), troubles },
  };
  return `${JSON.stringify(report)}\n`;
};
