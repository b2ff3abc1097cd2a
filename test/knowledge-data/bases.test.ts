import { describe, expect, it } from 'vitest';
import { knownBase } from '../../server/src/language/knowledge/bases';

describe('knownBase', () => {
  it.each([
    'scratch',
    'alpine',
    'debian',
    'ubuntu',
    'busybox',
    'centos',
    'amazonlinux',
    'oraclelinux',
    'opensuse/leap',
    'docker.io/library/ubuntu',
  ])('%s defines PATH alone', (repository) => {
    expect(knownBase(repository, 'latest')).toMatchObject({ env: ['PATH'], complete: true, user: 'root' });
  });
  it.each([
    ['fedora', 'FGC'],
    ['archlinux', 'LANG'],
    ['registry.access.redhat.com/ubi9/ubi-minimal', 'container'],
    ['registry.access.redhat.com/ubi8', 'container'],
    ['redhat/ubi9-minimal', 'container'],
  ])('%s defines %s too, and no other', (repository, name) => {
    const base = knownBase(repository, '');
    expect(base?.env).toContain(name);
    expect(base?.complete).toBe(true);
  });
  it.each([
    ['python', 'PYTHON_VERSION'],
    ['node', 'NODE_VERSION'],
    ['golang', 'GOPATH'],
    ['ruby', 'GEM_HOME'],
    ['php', 'PHP_INI_DIR'],
    ['rust', 'CARGO_HOME'],
    ['openjdk', 'JAVA_HOME'],
    ['eclipse-temurin', 'JAVA_HOME'],
    ['maven', 'MAVEN_HOME'],
    ['tomcat', 'CATALINA_HOME'],
    ['nginx', 'NGINX_VERSION'],
    ['postgres', 'PGDATA'],
    ['mcr.microsoft.com/dotnet/sdk', 'DOTNET_SDK_VERSION'],
  ])('%s defines %s, perhaps others', (repository, name) => {
    const base = knownBase(repository, '');
    expect(base?.env).toContain(name);
    expect(base?.env).toContain('PATH');
    expect(base?.complete).toBe(false);
  });
  it('knows users: the image’s own first, then the system’s', () => {
    expect(knownBase('node', '20')?.users[0]).toBe('node');
    expect(knownBase('node', '20')?.users).toContain('www-data');
    expect(knownBase('node', '20-alpine')?.users).not.toContain('www-data');
    expect(knownBase('php', '8.3-apache')?.users.filter((u) => u === 'www-data')).toEqual(['www-data']);
    expect(knownBase('jenkins/jenkins', 'lts')?.user).toBe('jenkins');
    expect(knownBase('scratch', '')?.users).toEqual([]);
  });
  it('knows the shell, and Windows by image or by tag', () => {
    expect(knownBase('debian', '12')?.shell).toEqual(['/bin/sh', '-c']);
    expect(knownBase('mcr.microsoft.com/windows/servercore', 'ltsc2022')).toMatchObject({
      shell: ['cmd', '/S', '/C'],
      user: 'ContainerAdministrator',
      system: 'windows',
    });
    expect(knownBase('mcr.microsoft.com/windows/nanoserver', '1809')?.user).toBe('ContainerUser');
    expect(knownBase('python', '3.8-windowsservercore-1809')).toMatchObject({
      system: 'windows',
      shell: ['cmd', '/S', '/C'],
    });
    expect(knownBase('golang', '1.20-nanoserver')?.user).toBe('ContainerUser');
  });
  it('tells the system by the tag', () => {
    expect(knownBase('python', '3.8-alpine3.15')?.system).toBe('alpine');
    expect(knownBase('python', '3.8-slim')?.system).toBe('debian');
  });
  it('knows nothing of other images', () => {
    expect(knownBase('someone/node', '20')).toBeUndefined();
    expect(knownBase('', '')).toBeUndefined();
    expect(knownBase('constructor', '__proto__')).toBeUndefined();
  });
});
