/**
 * When versions of base images cease to get updates, as their makers published it. Facts only: whether a date is past is
 * for the caller, who knows today's. What is not in the tables is not known here, not "supported".
 */

/**
 * One line of support: version as it stands in tags, code name ('' for none), last day of support for all, and, where
 * there is one, the last day of the extended support that {@link Product.extendedIsFree} describes. Days are
 * 'YYYY-MM-DD', so that they compare as strings.
 */
export type Cycle = readonly [version: string, name: string, eol: string, extended?: string];

/** Software that images carry, with its lines of support. */
export interface Product {
  readonly id: string;
  /** Its name as its makers write it: the same in all languages. */
  readonly name: string;
  /** Repositories, as {@link normalRepository} writes them, whose tags begin with a version of it. */
  readonly images: readonly string[];
  /** What stands before its version in a later part of the tags of other images, as in `3.8-alpine3.15`. */
  readonly suffixes?: readonly string[];
  /** A tag of its own repository that is newer and supported; '' where there is none. */
  readonly newest: string;
  /** The maker's page that says so. */
  readonly source: string;
  /** The day when the table was last compared with published dates: copies of that page, or endoflife.date's collection. */
  readonly checked: string;
  /** Whether the extended support reaches everybody who uses the image, without a contract. */
  readonly extendedIsFree?: boolean;
  readonly cycles: readonly Cycle[];
}

/** All products, operating systems first. */
export const products: readonly Product[] = [
  // From ubuntu.csv of Debian’s package distro-info-data 0.58+deb12u6: `eol`, and `eol-esm` for subscribers of Ubuntu Pro.
  {
    id: 'ubuntu',
    name: 'Ubuntu',
    images: ['ubuntu'],
    suffixes: ['ubuntu'],
    newest: '26.04',
    source: 'https://ubuntu.com/about/release-cycle',
    checked: '2026-11-24',
    extendedIsFree: false,
    cycles: [
      ['26.04', 'resolute', '2031-05-29', '2036-04-23'],
      ['25.10', 'questing', '2026-07-09'],
      ['25.04', 'plucky', '2026-01-15'],
      ['24.10', 'oracular', '2025-07-10'],
      ['24.04', 'noble', '2029-05-31', '2034-04-25'],
      ['23.10', 'mantic', '2024-07-11'],
      ['23.04', 'lunar', '2024-01-25'],
      ['22.10', 'kinetic', '2023-07-20'],
      ['22.04', 'jammy', '2027-06-01', '2032-04-21'],
      ['21.10', 'impish', '2022-07-14'],
      ['21.04', 'hirsute', '2022-01-20'],
      ['20.10', 'groovy', '2021-07-22'],
      ['20.04', 'focal', '2025-05-29', '2030-04-23'],
      ['19.10', 'eoan', '2020-07-17'],
      ['19.04', 'disco', '2020-01-23'],
      ['18.10', 'cosmic', '2019-07-18'],
      ['18.04', 'bionic', '2023-05-31', '2028-04-26'],
      ['17.10', 'artful', '2018-07-19'],
      ['17.04', 'zesty', '2018-01-13'],
      ['16.10', 'yakkety', '2017-07-20'],
      ['16.04', 'xenial', '2021-04-30', '2026-04-23'],
      ['15.10', 'wily', '2016-07-28'],
      ['15.04', 'vivid', '2016-02-04'],
      ['14.10', 'utopic', '2015-07-23'],
      ['14.04', 'trusty', '2019-04-25', '2024-04-25'],
      ['13.10', 'saucy', '2014-07-17'],
      ['13.04', 'raring', '2014-01-27'],
      ['12.10', 'quantal', '2014-05-16'],
      ['12.04', 'precise', '2017-04-28', '2019-04-26'],
    ],
  },
  // From debian.csv of Debian’s package distro-info-data 0.58+deb12u6: `eol`, and `eol-lts` of the free Debian LTS.
  {
    id: 'debian',
    name: 'Debian',
    images: ['debian'],
    suffixes: ['debian'],
    newest: 'trixie',
    source: 'https://wiki.debian.org/LTS',
    checked: '2026-11-24',
    extendedIsFree: true,
    cycles: [
      ['13', 'trixie', '2028-08-09', '2030-06-30'],
      ['12', 'bookworm', '2026-07-11', '2028-06-30'],
      ['11', 'bullseye', '2024-08-14', '2026-08-31'],
      ['10', 'buster', '2022-09-10', '2024-06-30'],
      ['9', 'stretch', '2020-07-18', '2022-06-30'],
      ['8', 'jessie', '2018-06-17', '2020-06-30'],
      ['7', 'wheezy', '2016-04-25', '2018-05-31'],
      ['6', 'squeeze', '2014-05-31', '2016-02-29'],
      ['5', 'lenny', '2012-02-06'],
      ['4', 'etch', '2010-02-15'],
    ],
  },
  {
    id: 'alpine',
    name: 'Alpine Linux',
    images: ['alpine'],
    suffixes: ['alpine'],
    newest: '3.23',
    source: 'https://alpinelinux.org/releases/',
    checked: '2026-11-24',
    cycles: [
      ['3.23', '', '2027-11-01'],
      ['3.22', '', '2027-05-01'],
      ['3.21', '', '2026-11-01'],
      ['3.20', '', '2026-04-01'],
      ['3.19', '', '2025-11-01'],
      ['3.18', '', '2025-05-09'],
      ['3.17', '', '2024-11-22'],
      ['3.16', '', '2024-05-23'],
      ['3.15', '', '2023-11-01'],
      ['3.14', '', '2023-05-01'],
      ['3.13', '', '2022-11-01'],
      ['3.12', '', '2022-05-01'],
      ['3.11', '', '2021-11-01'],
      ['3.10', '', '2021-05-01'],
      ['3.9', '', '2020-11-01'],
      ['3.8', '', '2020-05-01'],
      ['3.7', '', '2019-11-01'],
      ['3.6', '', '2019-05-01'],
      ['3.5', '', '2018-11-01'],
      ['3.4', '', '2018-05-01'],
      ['3.3', '', '2017-11-01'],
      ['3.2', '', '2017-05-01'],
      ['3.1', '', '2016-11-01'],
      ['2.7', '', '2015-11-01'],
      ['2.6', '', '2015-05-01'],
    ],
  },
  {
    id: 'centos',
    name: 'CentOS Linux',
    images: ['centos'],
    suffixes: ['centos'],
    newest: '',
    source: 'https://www.centos.org/centos-linux-eol/',
    checked: '2026-11-24',
    cycles: [
      ['8', '', '2021-12-31'],
      ['7', '', '2024-06-30'],
      ['6', '', '2020-11-30'],
      ['5', '', '2017-03-31'],
    ],
  },
  {
    id: 'centos-stream',
    name: 'CentOS Stream',
    images: ['quay.io/centos/centos'],
    newest: 'stream10',
    source: 'https://www.centos.org/cl-vs-cs/',
    checked: '2026-11-24',
    cycles: [
      ['stream10', '', '2030-01-01'],
      ['stream9', '', '2027-05-31'],
      ['stream8', '', '2024-05-31'],
    ],
  },
  {
    id: 'fedora',
    name: 'Fedora Linux',
    images: ['fedora', 'registry.fedoraproject.org/fedora', 'quay.io/fedora/fedora'],
    suffixes: ['fedora'],
    newest: '44',
    source: 'https://docs.fedoraproject.org/en-US/releases/eol/',
    checked: '2026-11-24',
    cycles: [
      ['42', '', '2026-05-13'],
      ['41', '', '2025-12-15'],
      ['40', '', '2025-05-13'],
      ['39', '', '2024-11-26'],
      ['38', '', '2024-05-21'],
      ['37', '', '2023-12-05'],
      ['36', '', '2023-05-16'],
      ['35', '', '2022-12-13'],
      ['34', '', '2022-06-07'],
      ['33', '', '2021-11-30'],
      ['32', '', '2021-05-25'],
      ['31', '', '2020-11-24'],
      ['30', '', '2020-05-26'],
      ['29', '', '2019-11-26'],
      ['28', '', '2019-05-28'],
      ['27', '', '2018-11-30'],
      ['26', '', '2018-05-29'],
      ['25', '', '2017-12-12'],
      ['24', '', '2017-08-08'],
      ['23', '', '2016-12-20'],
      ['22', '', '2016-07-19'],
      ['21', '', '2015-12-01'],
      ['20', '', '2015-06-23'],
    ],
  },
  {
    id: 'rockylinux',
    name: 'Rocky Linux',
    images: ['rockylinux', 'rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux'],
    suffixes: ['rockylinux'],
    newest: '9',
    source: 'https://wiki.rockylinux.org/rocky/version/',
    checked: '2026-11-24',
    cycles: [
      ['9', '', '2032-05-31'],
      ['8', '', '2029-05-31'],
    ],
  },
  {
    id: 'almalinux',
    name: 'AlmaLinux OS',
    images: ['almalinux', 'almalinux/almalinux', 'quay.io/almalinuxorg/almalinux'],
    suffixes: ['almalinux'],
    newest: '10',
    source: 'https://wiki.almalinux.org/release-notes/',
    checked: '2026-11-24',
    cycles: [
      ['10', '', '2035-05-31'],
      ['9', '', '2032-05-31'],
      ['8', '', '2029-03-01'],
    ],
  },
  {
    id: 'amazonlinux',
    name: 'Amazon Linux',
    images: ['amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'],
    suffixes: ['al', 'amazonlinux'],
    newest: '2023',
    source: 'https://aws.amazon.com/amazon-linux-2/faqs/',
    checked: '2026-11-24',
    cycles: [
      ['2023', '', '2029-06-30'],
      ['2', '', '2026-06-30'],
      ['2018.03', '', '2023-12-31'],
      ['2017.09', '', '2023-12-31'],
      ['2017.03', '', '2023-12-31'],
      ['2016.09', '', '2023-12-31'],
      ['1', '', '2023-12-31'],
    ],
  },
  // Premier Support, during which updates are published for all; the document names months: their last days.
  {
    id: 'oraclelinux',
    name: 'Oracle Linux',
    images: ['oraclelinux', 'container-registry.oracle.com/os/oraclelinux'],
    suffixes: ['oraclelinux'],
    newest: '9',
    source: 'https://www.oracle.com/a/ocom/docs/elsp-lifetime-069338.pdf',
    checked: '2026-11-24',
    cycles: [
      ['9', '', '2032-06-30'],
      ['8', '', '2029-07-31'],
      ['7', '', '2024-12-31'],
      ['6', '', '2021-03-31'],
    ],
  },
  {
    id: 'opensuse-leap',
    name: 'openSUSE Leap',
    images: ['opensuse/leap', 'registry.opensuse.org/opensuse/leap', 'opensuse'],
    newest: '16.0',
    source: 'https://en.opensuse.org/Lifetime',
    checked: '2026-11-24',
    cycles: [
      ['16.0', '', '2027-10-31'],
      ['15.6', '', '2026-04-30'],
      ['15.5', '', '2024-12-31'],
      ['15.4', '', '2023-12-07'],
      ['15.3', '', '2022-12-31'],
      ['15.2', '', '2022-01-04'],
      ['15.1', '', '2021-02-02'],
      ['15.0', '', '2019-12-03'],
      ['42.3', '', '2019-07-01'],
      ['42.2', '', '2018-01-26'],
      ['42.1', '', '2017-05-17'],
    ],
  },
  {
    id: 'windows',
    name: 'Windows Server (Semi-Annual Channel)',
    images: [
      'mcr.microsoft.com/windows/servercore',
      'mcr.microsoft.com/windows/nanoserver',
      'mcr.microsoft.com/windows',
      'microsoft/windowsservercore',
      'microsoft/nanoserver',
    ],
    suffixes: ['windowsservercore-', 'nanoserver-'],
    newest: 'ltsc2025',
    source: 'https://learn.microsoft.com/virtualization/windowscontainers/deploy-containers/base-image-lifecycle',
    checked: '2026-11-24',
    cycles: [
      ['20H2', '', '2022-08-09'],
      ['2004', '', '2021-12-14'],
      ['1909', '', '2021-05-11'],
      ['1903', '', '2020-12-08'],
      ['1803', '', '2019-11-12'],
      ['1709', '', '2019-04-09'],
    ],
  },
  {
    id: 'node',
    name: 'Node.js',
    images: ['node'],
    newest: '24',
    source: 'https://github.com/nodejs/Release#release-schedule',
    checked: '2026-11-24',
    cycles: [
      ['25', '', '2026-06-01'],
      ['24', 'krypton', '2028-04-30'],
      ['23', '', '2025-06-01'],
      ['22', 'jod', '2027-04-30'],
      ['21', '', '2024-06-01'],
      ['20', 'iron', '2026-04-30'],
      ['19', '', '2023-06-01'],
      ['18', 'hydrogen', '2025-04-30'],
      ['17', '', '2022-06-01'],
      ['16', 'gallium', '2023-09-11'],
      ['15', '', '2021-06-01'],
      ['14', 'fermium', '2023-04-30'],
      ['13', '', '2020-06-01'],
      ['12', 'erbium', '2022-04-30'],
      ['11', '', '2019-06-01'],
      ['10', 'dubnium', '2021-04-30'],
      ['9', '', '2018-06-30'],
      ['8', 'carbon', '2019-12-31'],
      ['7', '', '2017-06-30'],
      ['6', 'boron', '2019-04-30'],
      ['5', '', '2016-06-30'],
      ['4', 'argon', '2018-04-30'],
      ['0.12', '', '2016-12-31'],
      ['0.10', '', '2016-10-31'],
    ],
  },
  // The guide names the month for recent versions: the last day of it.
  {
    id: 'python',
    name: 'Python',
    images: ['python'],
    newest: '3.14',
    source: 'https://devguide.python.org/versions/',
    checked: '2026-11-24',
    cycles: [
      ['3.14', '', '2030-10-31'],
      ['3.13', '', '2029-10-31'],
      ['3.12', '', '2028-10-31'],
      ['3.11', '', '2027-10-31'],
      ['3.10', '', '2026-10-31'],
      ['3.9', '', '2025-10-31'],
      ['3.8', '', '2024-10-07'],
      ['3.7', '', '2023-06-27'],
      ['3.6', '', '2021-12-23'],
      ['3.5', '', '2020-09-30'],
      ['3.4', '', '2019-03-18'],
      ['3.3', '', '2017-09-29'],
      ['3.2', '', '2016-02-20'],
      ['2.7', '', '2020-01-01'],
      ['2.6', '', '2013-10-29'],
    ],
  },
  {
    id: 'ruby',
    name: 'Ruby',
    images: ['ruby'],
    newest: '3.4',
    source: 'https://www.ruby-lang.org/en/downloads/branches/',
    checked: '2026-11-24',
    cycles: [
      ['4.0', '', '2029-03-31'],
      ['3.4', '', '2028-03-31'],
      ['3.3', '', '2027-03-31'],
      ['3.2', '', '2026-03-31'],
      ['3.1', '', '2025-03-31'],
      ['3.0', '', '2024-04-23'],
      ['2.7', '', '2023-03-31'],
      ['2.6', '', '2022-03-31'],
      ['2.5', '', '2021-03-31'],
      ['2.4', '', '2020-03-31'],
      ['2.3', '', '2019-03-31'],
      ['2.2', '', '2018-03-31'],
      ['2.1', '', '2017-03-31'],
      ['2.0', '', '2016-02-24'],
      ['1.9', '', '2015-02-23'],
    ],
  },
  {
    id: 'php',
    name: 'PHP',
    images: ['php'],
    newest: '8.4',
    source: 'https://www.php.net/supported-versions.php',
    checked: '2026-11-24',
    cycles: [
      ['8.5', '', '2029-12-31'],
      ['8.4', '', '2028-12-31'],
      ['8.3', '', '2027-12-31'],
      ['8.2', '', '2026-12-31'],
      ['8.1', '', '2025-12-31'],
      ['8.0', '', '2023-11-26'],
      ['7.4', '', '2022-11-28'],
      ['7.3', '', '2021-12-06'],
      ['7.2', '', '2020-11-30'],
      ['7.1', '', '2019-12-01'],
      ['7.0', '', '2019-01-10'],
      ['5.6', '', '2018-12-31'],
      ['5.5', '', '2016-07-21'],
      ['5.4', '', '2015-09-14'],
      ['5.3', '', '2014-08-14'],
    ],
  },
  // A version is supported until there are two newer ones: the release date of the second.
  {
    id: 'golang',
    name: 'Go',
    images: ['golang'],
    newest: '1.26',
    source: 'https://go.dev/doc/devel/release#policy',
    checked: '2026-11-24',
    cycles: [
      ['1.24', '', '2026-02-10'],
      ['1.23', '', '2025-08-12'],
      ['1.22', '', '2025-02-11'],
      ['1.21', '', '2024-08-13'],
      ['1.20', '', '2024-02-06'],
      ['1.19', '', '2023-08-08'],
      ['1.18', '', '2023-02-01'],
      ['1.17', '', '2022-08-02'],
      ['1.16', '', '2022-03-15'],
      ['1.15', '', '2021-08-16'],
      ['1.14', '', '2021-02-16'],
      ['1.13', '', '2020-08-11'],
      ['1.12', '', '2020-02-25'],
      ['1.11', '', '2019-09-03'],
      ['1.10', '', '2019-02-25'],
      ['1.9', '', '2018-08-24'],
      ['1.8', '', '2018-02-16'],
      ['1.7', '', '2017-08-24'],
      ['1.6', '', '2017-02-16'],
      ['1.5', '', '2016-08-15'],
      ['1.4', '', '2016-02-17'],
      ['1.3', '', '2015-08-19'],
    ],
  },
  {
    id: 'temurin',
    name: 'Eclipse Temurin',
    images: ['eclipse-temurin'],
    newest: '21',
    source: 'https://adoptium.net/support/',
    checked: '2026-11-24',
    cycles: [
      ['24', '', '2025-09-16'],
      ['23', '', '2025-03-18'],
      ['22', '', '2024-09-17'],
      ['21', '', '2029-12-31'],
      ['20', '', '2023-09-19'],
      ['19', '', '2023-03-31'],
      ['18', '', '2022-09-30'],
      ['17', '', '2027-10-31'],
      ['16', '', '2021-09-30'],
      ['11', '', '2027-10-31'],
    ],
  },
  {
    id: 'dotnet',
    name: '.NET',
    images: [
      'mcr.microsoft.com/dotnet/sdk',
      'mcr.microsoft.com/dotnet/aspnet',
      'mcr.microsoft.com/dotnet/runtime',
      'mcr.microsoft.com/dotnet/runtime-deps',
      'mcr.microsoft.com/dotnet/core/sdk',
      'mcr.microsoft.com/dotnet/core/aspnet',
      'mcr.microsoft.com/dotnet/core/runtime',
      'mcr.microsoft.com/dotnet/core/runtime-deps',
      'microsoft/dotnet',
      'microsoft/aspnetcore',
    ],
    newest: '10.0',
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
    checked: '2026-11-24',
    cycles: [
      ['9.0', '', '2026-11-10'],
      ['8.0', '', '2026-11-10'],
      ['7.0', '', '2024-05-14'],
      ['6.0', '', '2024-11-12'],
      ['5.0', '', '2022-05-10'],
      ['3.1', '', '2022-12-13'],
      ['3.0', '', '2020-03-03'],
      ['2.2', '', '2019-12-23'],
      ['2.1', '', '2021-08-21'],
      ['2.0', '', '2018-10-01'],
      ['1.1', '', '2019-06-27'],
      ['1.0', '', '2019-06-27'],
    ],
  },
  {
    id: 'postgres',
    name: 'PostgreSQL',
    images: ['postgres'],
    newest: '18',
    source: 'https://www.postgresql.org/support/versioning/',
    checked: '2026-11-24',
    cycles: [
      ['18', '', '2030-11-14'],
      ['17', '', '2029-11-08'],
      ['16', '', '2028-11-09'],
      ['15', '', '2027-11-11'],
      ['14', '', '2026-11-12'],
      ['13', '', '2025-11-13'],
      ['12', '', '2024-11-14'],
      ['11', '', '2023-11-09'],
      ['10', '', '2022-11-10'],
      ['9.6', '', '2021-11-11'],
      ['9.5', '', '2021-02-11'],
      ['9.4', '', '2020-02-13'],
      ['9.3', '', '2018-11-08'],
      ['9.2', '', '2017-11-09'],
      ['9.1', '', '2016-10-27'],
      ['9.0', '', '2015-10-08'],
    ],
  },
  {
    id: 'mysql',
    name: 'MySQL',
    images: ['mysql'],
    newest: '8.4',
    source: 'https://www.oracle.com/us/support/library/lifetime-support-technology-069183.pdf',
    checked: '2026-11-24',
    cycles: [
      ['9.6', '', '2026-04-21'],
      ['9.5', '', '2026-01-20'],
      ['9.4', '', '2025-10-21'],
      ['9.3', '', '2025-07-22'],
      ['9.2', '', '2025-04-15'],
      ['9.1', '', '2025-01-21'],
      ['9.0', '', '2024-10-15'],
      ['8.4', '', '2032-04-30'],
      ['8.3', '', '2024-04-10'],
      ['8.2', '', '2023-12-14'],
      ['8.1', '', '2023-10-25'],
      ['8.0', '', '2026-04-30'],
      ['5.7', '', '2023-10-31'],
      ['5.6', '', '2021-02-28'],
      ['5.5', '', '2018-12-31'],
    ],
  },
  {
    id: 'mariadb',
    name: 'MariaDB',
    images: ['mariadb'],
    newest: '11.8',
    source: 'https://mariadb.org/about/#maintenance-policy',
    checked: '2026-11-24',
    cycles: [
      ['12.2', '', '2026-05-13'],
      ['12.1', '', '2026-02-13'],
      ['12.0', '', '2025-11-18'],
      ['11.8', '', '2028-06-04'],
      ['11.7', '', '2025-05-12'],
      ['11.6', '', '2025-02-13'],
      ['11.5', '', '2024-11-21'],
      ['11.4', '', '2029-05-29'],
      ['11.3', '', '2024-05-29'],
      ['11.2', '', '2024-11-21'],
      ['11.1', '', '2024-08-21'],
      ['11.0', '', '2024-06-06'],
      ['10.11', '', '2028-02-16'],
      ['10.10', '', '2023-11-17'],
      ['10.9', '', '2023-08-22'],
      ['10.8', '', '2023-05-20'],
      ['10.7', '', '2023-02-09'],
      ['10.6', '', '2026-07-06'],
      ['10.5', '', '2025-06-24'],
      ['10.4', '', '2024-06-18'],
      ['10.3', '', '2023-05-25'],
      ['10.2', '', '2022-05-23'],
      ['10.1', '', '2020-10-17'],
      ['10.0', '', '2019-03-31'],
      ['5.5', '', '2020-04-11'],
    ],
  },
  {
    id: 'mongo',
    name: 'MongoDB',
    images: ['mongo'],
    newest: '8.0',
    source: 'https://www.mongodb.com/legal/support-policy/lifecycles',
    checked: '2026-11-24',
    cycles: [
      ['8.0', '', '2029-10-31'],
      ['7.0', '', '2027-08-31'],
      ['6.0', '', '2025-07-31'],
      ['5.0', '', '2024-10-31'],
      ['4.4', '', '2024-02-29'],
      ['4.2', '', '2023-04-30'],
      ['4.0', '', '2022-04-30'],
      ['3.6', '', '2021-04-30'],
      ['3.4', '', '2020-01-31'],
      ['3.2', '', '2018-09-30'],
      ['3.0', '', '2018-02-28'],
      ['2.6', '', '2016-10-31'],
    ],
  },
];

/** What is known of one product in a tag. */
export interface EndOfLife {
  readonly id: string;
  readonly name: string;
  /** The line of support that the tag is in: `3.8` for `3.8.12-slim`. */
  readonly version: string;
  readonly codename: string | undefined;
  /** The last day on which its makers support it for all, 'YYYY-MM-DD'. */
  readonly eol: string;
  /** The last day of extended support, and whether that is free for everybody. */
  readonly extended: { readonly until: string; readonly free: boolean } | undefined;
  /** The last day on which somebody who just pulls the image gets updates: `eol`, or the end of a free extension. */
  readonly updatesUntil: string;
  /** Whether it is what the repository is of, or what that is built on (`buster` in `node:14-buster`). */
  readonly part: 'image' | 'system';
  /** A newer, supported tag of the product's own repository, or undefined. */
  readonly newest: string | undefined;
  readonly source: string;
  readonly checked: string;
}

/** An image that gets no updates at all under its name. */
export interface DeprecatedImage {
  readonly repository: string;
  /** The last day on which updates were promised, 'YYYY-MM-DD', where its notice names one. */
  readonly since?: string;
  /** What its notice recommends; undefined where it recommends nothing. */
  readonly replacement?: string;
  readonly source: string;
}

const notice = (name: string): string => `https://hub.docker.com/_/${name}`;

/** Images with a deprecation notice on Docker Hub (deprecated.md of docker-library/docs, read on 2026-11-24). */
export const deprecatedImages: readonly DeprecatedImage[] = [
  { repository: 'openjdk', since: '2022-07-31', replacement: 'eclipse-temurin', source: notice('openjdk') },
  { repository: 'java', since: '2016-12-31', replacement: 'eclipse-temurin', source: notice('java') },
  { repository: 'adoptopenjdk', since: '2021-08-01', replacement: 'eclipse-temurin', source: notice('adoptopenjdk') },
  { repository: 'centos', since: '2024-06-30', source: notice('centos') },
  { repository: 'django', since: '2016-12-31', replacement: 'python', source: notice('django') },
  { repository: 'rails', since: '2016-12-31', replacement: 'ruby', source: notice('rails') },
  { repository: 'iojs', replacement: 'node', source: notice('iojs') },
  { repository: 'jenkins', replacement: 'jenkins/jenkins', source: notice('jenkins') },
  { repository: 'opensuse', since: '2019-07-01', replacement: 'opensuse/leap', source: notice('opensuse') },
  { repository: 'owncloud', since: '2018-12-31', replacement: 'owncloud/server', source: notice('owncloud') },
  { repository: 'ubuntu-debootstrap', replacement: 'ubuntu', source: notice('ubuntu-debootstrap') },
  { repository: 'consul', replacement: 'hashicorp/consul', source: notice('consul') },
  { repository: 'vault', replacement: 'hashicorp/vault', source: notice('vault') },
  { repository: 'mono', source: notice('mono') },
];

/** Places where Docker's official images stand under the same names. */
const mirrors = /^(?:(?:registry-1\.|index\.)?docker\.io\/|public\.ecr\.aws\/docker\/|mirror\.gcr\.io\/)/;
const architectures = /^(?:amd64|i386|arm32v[567]|arm64v8|ppc64le|s390x|riscv64|mips64le|loong64|winamd64)\//;

/**
 * The name under which these tables know a repository: official images by their short name, whatever mirror or
 * architecture's name they are written with (`docker.io/library/node`, `arm64v8/node`).
 */
export function normalRepository(repository: string): string {
  return repository
    .toLowerCase()
    .replace(mirrors, '')
    .replace(/^library\//, '')
    .replace(architectures, '');
}

/** Whether a version is in a line of support: `3.8.12` is in `3.8`, `3` and `3.80` are not. */
function isIn(version: string, line: string): boolean {
  return version === line || (version.startsWith(line) && version[line.length] === '.');
}

/** The line of support that a part of a tag names by version or code name. */
function cycleOf(product: Product, part: string): Cycle | undefined {
  return product.cycles.find(([version, name]) => isIn(part, version.toLowerCase()) || (name !== '' && part === name));
}

/** The line that a part of another image's tag names: by code name, or by the system's name and version. */
function systemOf(product: Product, part: string): Cycle | undefined {
  for (const suffix of product.suffixes ?? []) {
    if (part.length > suffix.length && part.startsWith(suffix)) {
      const cycle = cycleOf(product, part.slice(suffix.length));
      if (cycle !== undefined) return cycle;
    }
  }
  return product.cycles.find((cycle) => cycle[1] !== '' && part === cycle[1]);
}

function fact(product: Product, cycle: Cycle, part: EndOfLife['part']): EndOfLife {
  const [version, name, eol, until] = cycle;
  const free = product.extendedIsFree === true;
  return {
    id: product.id,
    name: product.name,
    version,
    codename: name === '' ? undefined : name,
    eol,
    extended: until === undefined ? undefined : { until, free },
    updatesUntil: until !== undefined && free ? until : eol,
    part,
    newest: product.newest === '' ? undefined : product.newest,
    source: product.source,
    checked: product.checked,
  };
}

/**
 * What is known of the support of the software in an image: of the image's own, and of the system that its tag names.
 * `node:14-buster` gives Node.js 14 and Debian 10. Tags that move on (`latest`, `3`, `slim`, `alpine`, `lts`) and
 * versions that are not in the tables give nothing. Never compares with today's date.
 * @param repository as written in FROM, with or without a registry
 * @param tag as written, without the colon; variables must have been replaced
 * @returns the image's own fact first; undefined where nothing is known
 */
export function endOfLifeOf(repository: string, tag: string): readonly EndOfLife[] | undefined {
  const name = normalRepository(repository);
  const parts = tag.toLowerCase().split('-', 16);
  // Windows is named by two parts: `windowsservercore-1803`.
  const systems = [...parts, ...parts.slice(1).map((part, i) => `${parts[i]}-${part}`)];
  const own = products.find((p) => p.images.includes(name));
  const facts: EndOfLife[] = [];
  if (own !== undefined) {
    // A prefix of the system's own name is common too: `centos:centos7`.
    const first = parts[0] ?? '';
    const cycle = cycleOf(own, first.replace(/^v(?=\d)/, '')) ?? systemOf(own, first);
    if (cycle !== undefined) facts.push(fact(own, cycle, 'image'));
  }
  for (const product of products) {
    if (product === own || product.suffixes === undefined) continue;
    const cycle = systems.map((part) => systemOf(product, part)).find((c) => c !== undefined);
    if (cycle !== undefined) facts.push(fact(product, cycle, 'system'));
  }
  return facts.length === 0 ? undefined : facts;
}

/** The deprecation notice of an image, or undefined. */
export function deprecatedImageOf(repository: string): DeprecatedImage | undefined {
  const name = normalRepository(repository);
  return deprecatedImages.find((image) => image.repository === name);
}

/** The newest tag that is known of an image and names a version; undefined where none is. */
export function newestTagOf(repository: string): string | undefined {
  const name = normalRepository(repository);
  return products.find((product) => product.images.includes(name))?.newest || undefined;
}
