/** What is asked before a container starts. Each answer is undefined if the user declines. */
import { l10n, window } from 'vscode';
import { type Assignment, isSecretName, type PortMapping, type VolumeMapping } from '../docker/invocation';
import { proposeVolumeName } from '../docker/names';
import { parsePort, proposePort, tryListen } from '../docker/ports';
import type { RunQuestions } from '../docker/run';
import { ask, pick, pickMany } from '../ui';

/** With more ports than this, the user picks which to publish, on the ports that are proposed. */
const ASK_EACH = 4;

/** Which port of this computer each port of the container is published on. */
export async function askPorts(
  ports: RunQuestions['ports'],
  remembered: Readonly<Record<string, number>>,
): Promise<PortMapping[] | undefined> {
  const mappings: PortMapping[] = [];
  const taken = new Set<number>();
  const add = (port: RunQuestions['ports'][number], host: number) => {
    taken.add(host);
    mappings.push({ ...port, host });
  };
  const wanted = ports.length > ASK_EACH ? await pickPorts(ports, remembered) : ports;
  for (const port of wanted ?? []) {
    const name = `${port.container}/${port.protocol}`;
    const proposed = await proposePort(remembered[name] || port.container, taken);
    if (ports.length > ASK_EACH) {
      add(port, proposed ?? port.container);
      continue;
    }
    const answer = await ask({
      title: l10n.t('Run Container: Port {0}', name),
      prompt: l10n.t('Port of this computer for port {0} of the container; leave it empty not to publish it', name),
      value: remembered[name] === 0 || proposed === undefined ? '' : String(proposed),
      validate: (value) => portProblem(value, port.protocol, taken),
    });
    if (answer === undefined) {
      return undefined;
    }
    const host = parsePort(answer);
    if (host !== undefined) {
      add(port, host);
    }
  }
  return wanted && mappings;
}

async function pickPorts(
  ports: RunQuestions['ports'],
  remembered: Readonly<Record<string, number>>,
): Promise<RunQuestions['ports'] | undefined> {
  const picked = await pickMany(
    ports.map((port) => {
      const label = `${port.container}/${port.protocol}`;
      return { label, picked: remembered[label] !== 0, port };
    }),
    { title: l10n.t('Run Container: Ports'), placeHolder: l10n.t('Which ports should be published?') },
  );
  return picked?.map((item) => item.port);
}

async function portProblem(value: string, protocol: string, taken: ReadonlySet<number>): Promise<string | undefined> {
  if (value === '') {
    return undefined;
  }
  const port = parsePort(value);
  if (port === undefined) {
    return l10n.t('Enter a number from 1 to 65535.');
  }
  if (taken.has(port)) {
    return l10n.t('Port {0} is given to another port already.', port);
  }
  // below 1024 a refusal may only mean that this process may not try
  if (protocol === 'tcp' && port >= 1024 && (await tryListen(port)) === undefined) {
    return l10n.t('Port {0} is in use on this computer.', port);
  }
  return undefined;
}

/** Values for environment variables: those that nobody sets are asked for, the others may be changed. */
export async function askEnvironment(
  variables: RunQuestions['env'],
  remembered: Readonly<Record<string, string>>,
): Promise<Assignment[] | undefined> {
  const answers = new Map<string, string>();
  const askFor = async (name: string, value: string): Promise<boolean> => {
    const answer = await ask({
      title: l10n.t('Run Container: {0}', name),
      prompt: l10n.t('Value of the environment variable {0}; leave it empty to set none', name),
      value,
      password: isSecretName(name),
    });
    if (answer) {
      answers.set(name, answer);
    }
    return answer !== undefined;
  };
  for (const { name } of variables.filter((v) => v.value === undefined)) {
    if (!(await askFor(name, remembered[name] ?? ''))) {
      return undefined;
    }
  }
  const known = variables.filter((v) => v.value !== undefined);
  const added = Object.keys(remembered).filter((name) => !variables.some((v) => v.name === name));
  if (variables.length === 0 && added.length === 0) {
    return [];
  }
  const other = { label: l10n.t('$(add) Another variable…'), name: '', value: '', picked: false };
  const items = [
    ...known.map(({ name, value = '' }) => ({ name, value: remembered[name] ?? value, picked: name in remembered })),
    ...added.map((name) => ({ name, value: remembered[name] ?? '', picked: true })),
  ];
  const picked = await pickMany(
    [...items.map((v) => ({ ...v, label: v.name, description: isSecretName(v.name) ? '••••' : v.value })), other],
    {
      title: l10n.t('Run Container: Environment'),
      placeHolder: l10n.t('Pick the variables to set, or press Enter to keep what the image has'),
    },
  );
  for (const { name, value } of picked ?? []) {
    if (!(name === '' ? await askOther(answers) : await askFor(name, isSecretName(name) ? '' : value))) {
      return undefined;
    }
  }
  return picked && [...answers].map(([name, value]) => ({ name, value }));
}

/** One more variable, as `NAME=value`. */
async function askOther(answers: Map<string, string>): Promise<boolean> {
  const answer = await ask({
    title: l10n.t('Run Container: Environment'),
    prompt: l10n.t('A variable and its value, as NAME=value'),
    placeHolder: 'MYSQL_PASS=password',
    validate: (value) =>
      value === '' || /^[^=\s]+=/.test(value) ? undefined : l10n.t('Enter a name, an equals sign and a value.'),
  });
  if (answer) {
    const equals = answer.indexOf('=');
    answers.set(answer.slice(0, equals), answer.slice(equals + 1));
  }
  return answer !== undefined;
}

/** Where the data under each VOLUME is kept. */
export async function askVolumes(
  paths: RunQuestions['volumes'],
  image: string,
  remembered: Readonly<Record<string, string>>,
): Promise<VolumeMapping[] | undefined> {
  const volumes: VolumeMapping[] = [];
  for (const path of paths) {
    const before = remembered[path];
    const named = before && !/[\\/]/.test(before) ? before : proposeVolumeName(image, path);
    const choices = [
      {
        label: l10n.t('$(database) Volume {0}', named),
        detail: l10n.t('Kept when the container is removed'),
        source: named,
      },
      ...(before && before !== named ? [{ label: l10n.t('$(folder) Folder {0}', before), source: before }] : []),
      { label: l10n.t('$(folder-opened) Folder of this computer…'), source: undefined },
      { label: l10n.t('$(trash) Nowhere'), detail: l10n.t('Lost when the container is removed'), source: '' },
    ];
    // what was chosen last time stands first
    const ordered = [...choices].sort((a, b) => Number(b.source === before) - Number(a.source === before));
    const picked = await pick(before === undefined ? choices : ordered, {
      title: l10n.t('Run Container: Data in {0}', path),
      placeHolder: l10n.t('Where should it be kept?'),
    });
    const source = picked && (picked.source ?? (await askFolder(path)));
    if (source === undefined) {
      return undefined;
    }
    if (source !== '') {
      volumes.push({ source, target: path });
    }
  }
  return volumes;
}

async function askFolder(path: string): Promise<string | undefined> {
  const folders = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Folder for {0}', path),
    openLabel: l10n.t('Use This Folder'),
  });
  return folders?.[0]?.fsPath;
}
