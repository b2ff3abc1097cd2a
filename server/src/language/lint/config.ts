import { type GenericSchema, safeParse } from 'valibot';
import { aliasesBeside } from './names';
import { type AnyRule, type Level, levels } from './rule';
import type { Severity } from './shellcheck';

export const presets = ['recommended', 'strict', 'all', 'none'] as const;
export type Preset = (typeof presets)[number];

/** How loud a rule is, with its options where it has some. */
export type RuleSetting = Level | readonly [Level, unknown];

/** One place that configures: a file, the editor's settings, command-line flags. */
export interface ConfigLayer {
  readonly preset?: Preset;
  /** By rule id or by any alias of it, in any case. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Options of rules whose level stays as it is, by rule id. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** False where hadolint's own comments silence nothing. */
  readonly hadolintComments?: boolean;
}

export interface ActiveRule {
  readonly rule: AnyRule;
  /** `off` where only findings under some alias are wanted. */
  readonly level: Level;
  /** Levels of the findings that stand for an alias, where those differ. */
  readonly byAlias: ReadonlyMap<string, Level>;
  readonly options: unknown;
}

export interface ResolvedConfig {
  readonly active: readonly ActiveRule[];
  /** Rules that are off but could be asked for by a comment (`# check=experimental=…`), with the level they would have. */
  readonly dormant: readonly ActiveRule[];
  /** What was configured wrongly: names nobody knows, levels and options that do not fit. */
  readonly complaints: readonly string[];
  /** Whether hadolint's own comments count. */
  readonly hadolintComments: boolean;
  readonly shellcheck: ShellcheckConfig;
}

/** How loud the real ShellCheck's ids are. */
export interface ShellcheckConfig {
  /** The rule that stands for an id, on or off. */
  readonly ruleOf: ReadonlyMap<string, ActiveRule>;
  /** Ids that no rule stands for: as they were set, else by ShellCheck's severity. */
  levelOf(code: string, severity: Severity): Level;
}

/** Rules by id and by alias, in lower case. An alias may stand for several rules. */
export function ruleIndex(rules: readonly AnyRule[]): ReadonlyMap<string, readonly AnyRule[]> {
  const index = new Map<string, AnyRule[]>();
  for (const rule of rules) {
    for (const name of [rule.id, ...(rule.aliases ?? [])]) {
      const key = name.toLowerCase();
      const known = index.get(key);
      if (known) known.push(rule);
      else index.set(key, [rule]);
    }
  }
  return index;
}

const louder: Readonly<Record<Level, Level>> = {
  off: 'hint',
  hint: 'info',
  info: 'warning',
  warning: 'warning',
  error: 'error',
};

/** The level a rule has in a preset, before anybody sets it: `strict` is one step louder, `all` shows every rule. */
export function presetLevel(rule: AnyRule, preset: Preset): Level {
  return rule.experimental ? 'off' : inPreset(rule.level, preset);
}

function inPreset(level: Level, preset: Preset): Level {
  if (preset === 'none') return 'off';
  if (preset === 'recommended') return level;
  if (preset === 'strict') return louder[level];
  return level === 'off' || level === 'hint' ? 'info' : level;
}

interface Setting {
  readonly level?: Level;
  readonly byAlias?: ReadonlyMap<string, Level>;
  readonly options?: unknown;
}

const none: ReadonlyMap<string, Level> = new Map();

/**
 * A setting after a rule was given a level under a name. An id of another tool that is one of several of the rule's says
 * nothing of the findings that stand for the others: DL3008 is apt's part of a rule that is also apk's.
 */
function withLevel(before: Setting | undefined, rule: AnyRule, name: string, level: Level): Setting {
  const alias = name.toLowerCase() === rule.id ? undefined : aliasOf(rule, name);
  if (alias === undefined || aliasesBeside(rule, alias).length === 0) return { ...before, level, byAlias: none };
  return { ...before, byAlias: new Map(before?.byAlias).set(alias, level) };
}

const aliasOf = (rule: AnyRule, name: string): string | undefined =>
  rule.aliases?.find((alias) => alias.toLowerCase() === name.toLowerCase());

const isLevel = (value: unknown): value is Level => levels.includes(value as Level);

/** Works out which rules run, from the layers given weakest first. */
export function resolveConfig(rules: readonly AnyRule[], layers: readonly ConfigLayer[]): ResolvedConfig {
  const preset = layers.findLast((layer) => layer.preset)?.preset ?? 'recommended';
  const index = ruleIndex(rules);
  const complaints: string[] = [];
  const set = new Map<AnyRule, Setting>();
  const foreign = new Map<string, Level>();
  for (const layer of layers) {
    for (const [name, options] of Object.entries(layer.options ?? {})) {
      for (const rule of index.get(name.toLowerCase()) ?? []) set.set(rule, { ...set.get(rule), options });
    }
    for (const [name, setting] of Object.entries(layer.rules ?? {})) {
      const [level, options] = Array.isArray(setting) ? setting : [setting, undefined];
      const named = index.get(name.toLowerCase());
      if (!named && isLevel(level) && shellcheckId.test(name)) foreign.set(name.toUpperCase(), level);
      else if (!named) complaints.push(`unknown rule: ${name}`);
      else if (!isLevel(level)) complaints.push(`${name}: level must be one of ${levels.join(', ')}`);
      else {
        for (const rule of named) {
          const next = withLevel(set.get(rule), rule, name, level);
          set.set(rule, options === undefined ? next : { ...next, options });
        }
      }
    }
  }
  const active: ActiveRule[] = [];
  const dormant: ActiveRule[] = [];
  const ruleOf = new Map<string, ActiveRule>();
  for (const rule of rules) {
    const setting = set.get(rule);
    const level = setting?.level ?? presetLevel(rule, preset);
    const byAlias = setting?.byAlias ?? none;
    const options = optionsOf(rule, setting?.options, complaints);
    const own = { rule, level, byAlias, options };
    const isOn = [level, ...byAlias.values()].some((each) => each !== 'off');
    for (const alias of rule.aliases?.filter((each) => shellcheckId.test(each)) ?? [])
      if (isOn || !ruleOf.has(alias)) ruleOf.set(alias, own);
    if (isOn) active.push(own);
    else if (rule.experimental && setting?.level === undefined) {
      dormant.push({ rule, level: rule.level === 'off' ? 'info' : rule.level, byAlias: none, options });
    }
  }
  const hadolintComments = layers.findLast((layer) => layer.hadolintComments !== undefined)?.hadolintComments ?? true;
  const levelOf = (code: string, severity: Severity): Level =>
    foreign.get(code) ?? inPreset(bySeverity[severity], preset);
  return { active, dormant, complaints, hadolintComments, shellcheck: { ruleOf, levelOf } };
}

const shellcheckId = /^SC\d{4}$/i;
/** ShellCheck is stricter than a Dockerfile needs: its own default shows all. */
const bySeverity: Readonly<Record<Severity, Level>> = {
  error: 'warning',
  warning: 'info',
  info: 'hint',
  style: 'hint',
};

function optionsOf(rule: AnyRule, given: unknown, complaints: string[]): unknown {
  const schema: GenericSchema | undefined = rule.options;
  if (!schema) return undefined;
  const result = safeParse(schema, given ?? {});
  if (result.success) return result.output;
  complaints.push(`${rule.id}: ${result.issues.map((issue) => issue.message).join('; ')}`);
  const defaults = safeParse(schema, {});
  return defaults.success ? defaults.output : undefined;
}
