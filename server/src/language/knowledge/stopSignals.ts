/**
 * Servers that take SIGTERM, which `docker stop` sends, for something else than a graceful end, and the signal by which each ends
 * well. Sources: their manuals, and the STOPSIGNAL of their official images.
 */
export interface StopSignalSpec {
  readonly title: string;
  readonly signal: string;
  /** On SIGTERM: drops open connections, waits until every client has gone, reloads, or starts itself anew. */
  readonly term: 'drops' | 'waits' | 'reloads' | 'restarts';
  /** Flags with which they follow the custom, or read from a file whether they do. */
  readonly unless?: readonly string[];
}

const nginx: StopSignalSpec = { title: 'nginx', signal: 'SIGQUIT', term: 'drops' };
const httpd: StopSignalSpec = { title: 'Apache httpd', signal: 'SIGWINCH', term: 'drops' };
const systemd: StopSignalSpec = { title: 'systemd', signal: 'SIGRTMIN+3', term: 'restarts' };

export const stopSignals: Readonly<Record<string, StopSignalSpec>> = {
  // http://nginx.org/en/docs/control.html
  nginx,
  openresty: nginx,
  // https://httpd.apache.org/docs/2.4/stopping.html
  httpd,
  apache2: httpd,
  apachectl: httpd,
  apache2ctl: httpd,
  'apache2-foreground': httpd,
  'httpd-foreground': httpd,
  // https://www.php.net/manual/en/install.fpm.php, php-fpm(8)
  'php-fpm': { title: 'PHP-FPM', signal: 'SIGQUIT', term: 'drops' },
  // https://www.haproxy.com/documentation/haproxy-configuration-manual/latest/management/
  haproxy: { title: 'HAProxy', signal: 'SIGUSR1', term: 'drops' },
  // https://www.postgresql.org/docs/current/server-shutdown.html
  postgres: { title: 'PostgreSQL', signal: 'SIGINT', term: 'waits' },
  // https://uwsgi-docs.readthedocs.io/en/latest/Management.html
  uwsgi: {
    title: 'uWSGI',
    signal: 'SIGINT',
    term: 'reloads',
    unless: ['--die-on-term', '--ini', '--yaml', '--xml', '--json', '--emperor'],
  },
  // systemd(1); https://systemd.io/CONTAINER_INTERFACE/
  systemd,
  init: systemd,
};
