import { directiveTable } from '../../knowledge/directives';
import { INSTRUCTIONS, instructionKeyword } from '../../knowledge/instructions';
import type { ClauseCursor, DirectiveCursor, KeywordCursor, Site } from '../../model/cursor';
import { stageAt } from '../../model/stages';
import { supportOfStage } from './images';
import { aboutSignal, aboutUser, aboutWorkdir, stepsOfCopy, volumes } from './names';
import { type Ask, block, type Page, referenceLink, sentences } from './page';
import { published } from './ports';
import { shellInForce, userInForce } from './shell';
import { aboutStage } from './stages';

/** `# syntax=`, `# escape=`, `# check=`. */
export function aboutDirective({ reference }: Ask, { directive }: DirectiveCursor): Page {
  const { labels } = reference;
  const spec = directiveTable[directive.name];
  const { summary, when, pitfall } = reference.directives[directive.name];
  return [
    summary,
    labelled(labels.when, when),
    block(labels.forms, spec.forms),
    block(labels.example, [spec.example]),
    labelled(labels.pitfall, pitfall),
    sentences('since' in spec ? labels.since(spec.since) : undefined, referenceLink(reference, spec.reference)),
  ];
}

/** An instruction: what it does, when it runs, what that means here, its forms. */
export function aboutInstruction(ask: Ask, { site, keyword: written }: KeywordCursor): Page {
  const { reference } = ask;
  const { labels } = reference;
  const keyword = instructionKeyword(written);
  if (!keyword) return [];
  const spec = INSTRUCTIONS[keyword];
  const { summary, when, concept, example, pitfall } = reference.instructions[keyword];
  return [
    sentences(spec.deprecated ? `**${labels.deprecated}.**` : undefined, summary),
    labelled(labels.when, site.deferred ? reference.instructions.ONBUILD.when : when),
    ...here(ask, site),
    concept && labelled(labels.concept, concept),
    block(labels.forms, spec.forms),
    block(labels.example, example.split('\n')),
    labelled(labels.pitfall, pitfall),
    referenceLink(reference, spec.reference),
  ];
}

const labelled = (label: string, text: string): string => `*${label}* — ${text}`;

/** What the instruction means at its place in this file. */
function here(ask: Ask, site: Site): Page {
  const { file } = ask;
  // where it will stand, other things are in force
  if (site.deferred) return [];
  switch (site.instruction.keyword) {
    case 'FROM': {
      const stage = stageAt(file, site.placed.index);
      return stage ? [...aboutStage(ask, stage), supportOfStage(ask, stage)] : [];
    }
    case 'RUN':
      return [...shellInForce(ask, site), userInForce(ask, site)];
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      return site.instruction.words.length > 0 ? shellInForce(ask, site) : [];
    case 'ADD':
    case 'COPY':
      return stepsOfCopy(ask, site);
    case 'WORKDIR':
      return aboutWorkdir(ask, site);
    case 'EXPOSE':
      return published(ask, site);
    case 'VOLUME':
      return volumes(ask, site);
    case 'USER': {
      const user = site.instruction.words[0]?.text.split(':')[0];
      return user ? aboutUser(ask, user, 'user') : [];
    }
    case 'STOPSIGNAL':
      return aboutSignal(ask, site.instruction.words[0]?.text ?? '');
    default:
      return [];
  }
}

/** AS names a stage; CMD begins HEALTHCHECK's command. */
export function aboutClause(ask: Ask, { clause, site }: ClauseCursor): Page {
  const stage = stageAt(ask.file, site.placed.index);
  if (clause === 'AS') return stage && !site.deferred ? aboutStage(ask, stage) : [];
  return clause === 'CMD' ? shellInForce(ask, site) : [];
}
