import { type ConfigLayer, type RuleSetting, ruleIndex, rules } from '../language';
import { type ConfigurationFile, type FailOn, isRecord } from './configurationFile';

/** Our words for hadolint's levels, in `override` and as `failure-threshold`. */
const levels = { error: 'error', warning: 'warning', info: 'info', style: 'hint' } as const;
const thresholds: Readonly<Record<string, FailOn>> = { ...levels, ignore: 'hint', none: 'never' };

/** Rules of ours that hadolint's schema of labels configures. */
const labelRules = ['label-required', 'no-unknown-label', 'label-value'] as const;

/**
 * Reads hadolint's configuration: `ignored`, `override`, `trustedRegistries`, `label-schema`, `strict-labels`,
 * `disable-ignore-pragma` and `failure-threshold`. What it says of its own output and exit code (`format`, `no-color`,
 * `no-fail`) means nothing here. Rules that we do not have are passed over, since they are no mistake of the person who wrote
 * it.
 */
export async function parseHadolint(uri: string, text: string): Promise<ConfigurationFile> {
  const { load } = await import('./yaml');
  let yaml: unknown;
  try {
    yaml = load(text);
  } catch (error) {
    return { uri, layer: {}, complaints: [`not valid YAML: ${(error as Error).message}`] };
  }
  if (!isRecord(yaml)) {
    return { uri, layer: {}, complaints: yaml === null ? [] : ['must be a mapping'] };
  }
  const threshold = yaml['failure-threshold'];
  const failOn = typeof threshold === 'string' ? thresholds[threshold] : undefined;
  return { uri, layer: layerFrom(yaml), complaints: [], ...(failOn && { failOn }) };
}

function layerFrom(yaml: Record<string, unknown>): ConfigLayer {
  const settings: Record<string, RuleSetting> = {};
  const known = ruleIndex(rules);
  const put = (names: unknown, level: RuleSetting) => {
    for (const name of strings(names)) if (known.has(name.toLowerCase())) settings[name] = level;
  };
  const override = isRecord(yaml.override) ? yaml.override : {};
  for (const [theirs, ours] of Object.entries(levels)) put(override[theirs], ours);
  put(yaml.ignored, 'off');
  const options: Record<string, unknown> = {};
  const registries = strings(yaml.trustedRegistries);
  if (registries.length > 0) options['trusted-registry'] = { registries };
  const schema = isRecord(yaml['label-schema']) ? yaml['label-schema'] : {};
  const labels = Object.fromEntries(Object.entries(schema).filter((entry) => typeof entry[1] === 'string'));
  const strict = yaml['strict-labels'] === true;
  if (Object.keys(labels).length > 0 || strict) {
    for (const rule of labelRules) options[rule] = { labels, ...(rule === 'no-unknown-label' && { strict }) };
  }
  return {
    rules: settings,
    ...(Object.keys(options).length > 0 && { options }),
    ...(yaml['disable-ignore-pragma'] === true && { hadolintComments: false }),
  };
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
