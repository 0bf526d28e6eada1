import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
const { scripts, allowScripts, optionalDependencies } = JSON.parse(read('package.json')) as Package;
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly hasInstallScript?: boolean }>>;
};
const start = scripts['start'] ?? '';
/** The settings that there are. */
const settings = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
/** Variables that are not ours. */
const foreign = new Set(['NODE_ENV', 'MALLOC_ARENA_MAX', 'MALLOC_TRIM_THRESHOLD_']);
const unknownOf = (names: Iterable<string>): string[] =>
  [...names].filter((name) => !settings.has(name) && !foreign.has(name));

/** Programs of the build that a text starts, as files of the source. */
const sourcesOf = (text: string): string[] =>
  [...text.matchAll(/dist\/([\w/-]+)\.js/g)].map(([, name = '']) => `src/${name}.ts`);

const dockerfile = read('deploy/Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\s*\\\n\s*/g, ' ')
  .split('\n');
const linesOf = (name: string): string[] =>
  dockerfile.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

describe('the Dockerfile', () => {
  it('copies what is there and reaches the builder, and nothing secret does', () => {
    const sources = linesOf('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(4);
    const admitted = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(read('.dockerignore').split('\n')).toContain('*');
    expect(sources.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
    expect([...admitted].sort()).toEqual([...sources].sort());
  });

  it('starts programs of the build, and each stage copies from one before it', () => {
    const missing = sourcesOf(dockerfile.join('\n')).filter((file) => !existsSync(path.join(root, file)));
    expect(missing).toEqual([]);
    const stages = linesOf('FROM').flatMap((line) => / AS (\S+)$/.exec(line)?.[1] ?? []);
    const from = linesOf('COPY').flatMap((line) => /--from=(\S+)/.exec(line)?.[1] ?? []);
    expect(new Set(from)).toEqual(new Set(stages));
    for (const line of linesOf('FROM')) expect(line).toMatch(/^node:24-[a-z]+-slim(?: AS build)?$/);
  });

  it('sets what there is to set, is not root, and says how it is', () => {
    const names = linesOf('ENV').flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name = '']) => name));
    expect(unknownOf(names)).toEqual([]);
    expect(linesOf('USER')).toEqual(['node']);
    expect(linesOf('HEALTHCHECK').join()).toContain('/readyz');
    const [command = ''] = linesOf('CMD');
    expect((JSON.parse(command) as string[]).join(' ')).toBe(start);
  });
});

describe('the compose file', () => {
  const { services, volumes } = parse(read('deploy/compose.yaml')) as {
    services: {
      bot: {
        build: { context: string; dockerfile: string };
        environment: Record<string, string>;
        volumes: string[];
        read_only: boolean;
      };
      page: {
        command: string[];
        profiles: string[];
        ports: string[];
        environment: Record<string, string>;
        volumes: string[];
        read_only: boolean;
      };
    };
    volumes: Record<string, null>;
  };
  const { build, environment, volumes: mounts, read_only } = services.bot;

  it('builds from files that are there, with settings that there are', () => {
    const context = path.join(root, 'deploy', build.context);
    expect(existsSync(path.join(context, build.dockerfile))).toBe(true);
    expect(unknownOf(Object.keys(environment))).toEqual([]);
  });

  it('writes to volumes only, and each folder that is written to is one', () => {
    expect(read_only).toBe(true);
    const writable = mounts.filter((mount) => !mount.endsWith(':ro')).map((mount) => mount.split(':'));
    expect(writable.map(([name]) => name).sort()).toEqual(Object.keys(volumes).sort());
    const folders = ['INDEX_DIR', 'DATA_DIR', 'BACKUP_DIR'].map((name) => environment[name]);
    const library = `${environment['CORPUS_DIR'] ?? ''}/library`;
    expect(writable.map(([, folder]) => folder).sort()).toEqual([library, ...folders].sort());
    // It is mounted on a folder of one that is read only.
    expect(existsSync(path.join(root, 'corpus/library'))).toBe(true);
    expect(mounts).toContain(`../corpus:${environment['CORPUS_DIR'] ?? ''}:ro`);
  });

  it('has the page as an option, which this machine alone reaches, and which writes to nothing but what it shares with the bot', () => {
    const { page } = services;
    const port = page.environment['SERVE_PORT'] ?? '';
    expect(page.command.join(' ')).toBe(scripts['serve']);
    expect({ profiles: page.profiles, read_only: page.read_only }).toEqual({ profiles: ['page'], read_only: true });
    expect(unknownOf(Object.keys(page.environment))).toEqual([]);
    expect(page.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(page.volumes.filter((mount) => !mounts.includes(mount))).toEqual([]);
  });
});

describe('the objects for Kubernetes', () => {
  interface Container {
    env: { name: string; value: string }[];
    volumeMounts: { name: string; mountPath: string }[];
    securityContext: object;
    [probe: `${string}Probe`]: { httpGet: { path: string } };
  }
  interface Pod {
    containers: Container[];
    volumes: { name: string; persistentVolumeClaim?: { claimName: string } }[];
    securityContext: { runAsNonRoot: boolean };
    automountServiceAccountToken: boolean;
  }
  interface Described {
    kind: string;
    metadata: { name: string };
    spec: {
      serviceName: string;
      template: { metadata: { labels: object }; spec: Pod };
      selector: { matchLabels: object };
      volumeClaimTemplates: { metadata: { name: string } }[];
    };
  }
  const objects = parseAllDocuments(read('deploy/kubernetes.yaml')).map((each) => each.toJS() as Described);
  const named = (kind: string) => objects.filter((each) => each.kind === kind).map(({ metadata }) => metadata.name);
  const set = objects.find(({ kind }) => kind === 'StatefulSet')?.spec;
  const pod = set?.template.spec;
  const container = pod?.containers[0];
  const folders = ['CORPUS_DIR', 'INDEX_DIR', 'DATA_DIR', 'BACKUP_DIR'].map(
    (name) => new RegExp(`\\b${name}=(\\S+)`).exec(linesOf('ENV').join(' '))?.[1],
  );

  it('name settings, services and volumes that there are, and mount the folders of the image', () => {
    expect(unknownOf(container?.env.map(({ name }) => name) ?? ['none'])).toEqual([]);
    expect(named('Service')).toEqual([set?.serviceName]);
    expect(set?.template.metadata.labels).toEqual(set?.selector.matchLabels);
    const volumes = [...(pod?.volumes ?? []), ...(set?.volumeClaimTemplates.map(({ metadata }) => metadata) ?? [])];
    const mounts = container?.volumeMounts ?? [];
    expect(new Set(mounts.map(({ name }) => name))).toEqual(new Set(volumes.map(({ name }) => name)));
    expect(mounts.map(({ mountPath }) => mountPath).sort()).toEqual([...folders, '/tmp'].sort());
    expect(pod?.volumes.flatMap((each) => each.persistentVolumeClaim?.claimName ?? [])).toEqual(
      named('PersistentVolumeClaim'),
    );
  });

  it('are hardened, and watched by what the bot serves', () => {
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod?.automountServiceAccountToken).toBe(false);
    const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;
    expect(probes.map((name) => container?.[name]?.httpGet.path)).toEqual(['/healthz', '/healthz', '/readyz']);
  });
});

describe.each([
  ['verbatim.service', start, 4],
  ['verbatim-page.service', scripts['serve'] ?? '', 3],
])('the systemd unit %s', (name, command, folderCount) => {
  const unit = read(`deploy/${name}`);
  const valuesOf = (key: string): string[] =>
    [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('starts what npm does, with settings that there are, in a folder that it may write to', () => {
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${command}`]);
    const variables = valuesOf('Environment').map((line) => line.split('=') as [string, string]);
    expect(unknownOf(variables.map(([variable]) => variable))).toEqual([]);
    const folders = variables.filter(([variable]) => variable.endsWith('_DIR')).map(([, folder]) => folder);
    const [state = ''] = valuesOf('StateDirectory');
    expect(folders.filter((folder) => !folder.startsWith(`/var/lib/${state}/`))).toEqual([]);
    expect(folders.length).toBe(folderCount);
  });

  it('is hardened', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'CapabilityBoundingSet=',
    ]) {
      expect(unit.split('\n')).toContain(line);
    }
  });
});

describe('the package', () => {
  it('says of each package with an install script whether it may run, and lets only what is compiled', () => {
    const scripted = Object.entries(lock.packages).flatMap(([name, { hasInstallScript }]) =>
      hasInstallScript === true ? [name.replace(/^.*node_modules\//, '')] : [],
    );
    expect(Object.keys(allowScripts).sort()).toEqual(scripted.sort());
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['hnswlib-node']);
    expect(Object.keys(optionalDependencies)).toEqual(['hnswlib-node']);
  });

  it('locks a protobufjs without the known faults', () => {
    const version = lock.packages['node_modules/protobufjs']?.version ?? '0';
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(7_006_003);
  });

  it('has scripts for CI that can be found', () => {
    for (const [, file = ''] of read('.ci/run').matchAll(/^(?:bash|node) (\S+)/gm)) {
      expect(statSync(path.join(root, file)).isFile()).toBe(true);
    }
  });
});
