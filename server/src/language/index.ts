/** The door of the language ring for those outside, the server and the command line. Behind another, features/, is what answers requests. */
export {
  defaultFormat,
  type FormatOptions,
  type FormatSetting,
  type FormatSettings,
  formatChoices,
} from './features/formatting/options';
export { tokenModifiers, tokenTypes } from './features/tokens/types';
export { looksMade, mayBeMadeFrom } from './knowledge/buildOutputs';
export { builderError, homepage, pagePath, pageUrl } from './knowledge/home';
export { loadReference } from './knowledge/reference/load';
export {
  type ConfigLayer,
  type Preset,
  presets,
  type RuleSetting,
  resolveConfig,
  ruleIndex,
} from './lint/config';
export type { Diagnostic, DiagnosticFix } from './lint/diagnostic';
export { chosenFix, editsOf, type FixOptions, fixAll } from './lint/fixes';
export { createLinter, type Linter } from './lint/lint';
export { type AnyRule, type Level, levels, type Safety, textOf } from './lint/rule';
export { rules } from './lint/rules';
export {
  type ShellcheckAnswers,
  type ShellcheckComment,
  type ShellcheckRequest,
  shellcheckRequests,
} from './lint/shellcheck';
export { type Locale, localeOf, locales } from './locale/locale';
export { problemCodes } from './locale/problems';
export { fullNameOf, platformedImages, versionOf } from './model/basePlatforms';
export { ignoredBy, leavesOutAll } from './model/context';
export { copySources } from './model/copySources';
export { Dockerfile, type Placed } from './model/dockerfile';
export { fact } from './model/fact';
export { mayGitIgnore } from './model/gitIgnore';
export { withoutIgnoreLine } from './model/ignoreLine';
export { nearName } from './model/nearName';
export { InstructionPool } from './model/pool';
export {
  type FoundRepository,
  type ImagePlatforms,
  type MissingSource,
  type MissingSources,
  nowhere,
  type RegistryAnswer,
  type Surroundings,
} from './model/surroundings';
export type { ProjectArg, ProjectBuild, ProjectKind } from './project/builds';
export { type EmbeddingKind, embeddingKindOf, looksWhole, writtenIn } from './project/embedding';
export { loadEmbeddedEdits, loadEmbeddedReader, loadProjectReader } from './project/load';
export { type BuildPlaces, placesOf } from './project/places';
export { projectKindOf } from './project/projectFile';
export { offsetIn, type Piece, placeOf, spanIn, type Text } from './project/tree';
export type { ImageReference } from './syntax/imageReference';
export { difference } from './text/difference';
export { applyEdits, type Edit } from './text/edit';
export { type Range, Source } from './text/source';
export { overlaps, type Span, touches } from './text/span';
