import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Opening, Workbench } from './workbench';

/**
 * Gives the tests of one describe block a workbench: opened before them, closed after them, a picture kept of each
 * test that fails. No page may have asked another machine for anything.
 */
export function journey(opening: () => Opening | Promise<Opening> = () => ({})): () => Workbench {
  let workbench: Workbench | undefined;
  beforeAll(async () => {
    workbench = await Workbench.open(await opening());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.shootFailure(task.name);
  });
  afterAll(async () => {
    const asked = [...(workbench?.asked ?? [])];
    await workbench?.close();
    expect(asked).toEqual([]);
  });
  return () => {
    if (!workbench) throw new Error('the workbench is not open yet');
    return workbench;
  };
}
