import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  deprecatedImageOf,
  deprecatedImages,
  endOfLifeOf,
  normalRepository,
  products,
} from '../../server/src/language/knowledge/endOfLife';

/** The facts in short: `id version part`. */
const facts = (image: string): string[] => {
  const colon = image.lastIndexOf(':');
  return (endOfLifeOf(image.slice(0, colon), image.slice(colon + 1)) ?? []).map(
    (f) => `${f.id} ${f.version} ${f.part}`,
  );
};

describe('endOfLifeOf', () => {
  it.each([
    ['ubuntu:16.04', ['ubuntu 16.04 image']],
    ['ubuntu:xenial', ['ubuntu 16.04 image']],
    ['ubuntu:xenial-20210804', ['ubuntu 16.04 image']],
    ['ubuntu:14.04.5', ['ubuntu 14.04 image']],
    ['debian:stretch-slim', ['debian 9 image']],
    ['debian:9', ['debian 9 image']],
    ['debian:10.13-slim', ['debian 10 image']],
    ['alpine:3.8', ['alpine 3.8 image']],
    ['alpine:3.10.9', ['alpine 3.10 image']],
    ['centos:7', ['centos 7 image']],
    ['centos:centos7.9.2009', ['centos 7 image']],
    ['quay.io/centos/centos:stream8', ['centos-stream stream8 image']],
    ['fedora:27', ['fedora 27 image']],
    ['python:3.8', ['python 3.8 image']],
    ['python:3.8-slim-bullseye', ['python 3.8 image', 'debian 11 system']],
    ['python:3.8.12-alpine3.15', ['python 3.8 image', 'alpine 3.15 system']],
    ['python:2.7-windowsservercore-1803', ['python 2.7 image', 'windows 1803 system']],
    ['node:18-alpine3.17', ['node 18 image', 'alpine 3.17 system']],
    ['node:14-buster', ['node 14 image', 'debian 10 system']],
    ['node:14.17.0', ['node 14 image']],
    ['node:dubnium-jessie', ['node 10 image', 'debian 8 system']],
    ['php:7.4-fpm-alpine', ['php 7.4 image']],
    ['golang:1.11', ['golang 1.11 image']],
    ['golang:1.1', []],
    ['ruby:2.5.3', ['ruby 2.5 image']],
    ['postgres:9.5', ['postgres 9.5 image']],
    ['mysql:5.7.33', ['mysql 5.7 image']],
    ['mariadb:10.3-focal', ['mariadb 10.3 image', 'ubuntu 20.04 system']],
    ['mongo:4.4', ['mongo 4.4 image']],
    ['eclipse-temurin:19-jdk-focal', ['temurin 19 image', 'ubuntu 20.04 system']],
    ['mcr.microsoft.com/dotnet/sdk:6.0', ['dotnet 6.0 image']],
    ['mcr.microsoft.com/dotnet/core/aspnet:2.2-stretch-slim', ['dotnet 2.2 image', 'debian 9 system']],
    ['mcr.microsoft.com/windows/servercore:1803', ['windows 1803 image']],
    ['amazonlinux:2', ['amazonlinux 2 image']],
    ['amazonlinux:2.0.20230727.0', ['amazonlinux 2 image']],
    ['opensuse/leap:15.2', ['opensuse-leap 15.2 image']],
    ['buildpack-deps:jessie-scm', ['debian 8 system']],
    ['rust:1.64-buster', ['debian 10 system']],
    ['nvidia/cuda:9.0-cudnn7-devel-ubuntu16.04', ['ubuntu 16.04 system']],
    ['nvidia/cuda:10.1-base-centos7', ['centos 7 system']],
    ['docker.io/library/ubuntu:16.04', ['ubuntu 16.04 image']],
    ['arm64v8/python:2.7', ['python 2.7 image']],
    ['mirror.gcr.io/library/node:8', ['node 8 image']],
  ])('%s', (image, expected) => {
    expect(facts(image)).toEqual(expected);
  });

  it.each([
    'ubuntu:latest',
    'debian:stable-slim',
    'debian:sid',
    'alpine:3',
    'alpine:edge',
    'node:lts-alpine',
    'node:slim',
    'node:latest',
    'python:3',
    'python:3-alpine',
    'python:3.80',
    'mysql:8',
    'postgres:9',
    'postgres:alpine',
    'amazonlinux:20',
    'someone/ubuntu:1.0',
    'registry.example.com:5000/node:8',
    'ubuntu:',
    'ubuntu:$VERSION',
  ])('%s moves on, or is not known', (image) => {
    const colon = image.lastIndexOf(':');
    expect(endOfLifeOf(image.slice(0, colon), image.slice(colon + 1))).toBeUndefined();
  });

  it('gives dates, extended support and a newer tag', () => {
    expect(endOfLifeOf('ubuntu', 'xenial')?.[0]).toMatchObject({
      name: 'Ubuntu',
      codename: 'xenial',
      eol: '2021-04-30',
      extended: { until: '2026-04-23', free: false },
      updatesUntil: '2021-04-30',
      newest: '26.04',
    });
    expect(endOfLifeOf('debian', '12')?.[0]).toMatchObject({
      codename: 'bookworm',
      eol: '2026-07-11',
      extended: { until: '2028-06-30', free: true },
      updatesUntil: '2028-06-30',
    });
    expect(endOfLifeOf('centos', '7')?.[0]).toMatchObject({ updatesUntil: '2024-06-30', newest: undefined });
  });

  it('is total, and quick on absurd tags', () => {
    for (const tag of ['-'.repeat(100_000), '7.'.repeat(50_000), 'alpine'.repeat(20_000), '\u0000', 'İ']) {
      expect(endOfLifeOf('python', tag)).toBeUndefined();
    }
  });
});

describe('the tables', () => {
  it('hold real days, each line of support once, and pages to read', () => {
    for (const product of products) {
      expect(product.source).toMatch(/^https:\/\//);
      expect(new Set(product.cycles.map(([version]) => version)).size).toBe(product.cycles.length);
      for (const [version, , eol, extended] of product.cycles) {
        for (const day of extended === undefined ? [eol] : [eol, extended]) {
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), `${product.id} ${version}`).toBe(day);
        }
        if (extended !== undefined) {
          expect(extended > eol, `${product.id} ${version}`).toBe(true);
          expect(product.extendedIsFree, product.id).toBeDefined();
        }
      }
    }
  });
  it('never recommend what was at its end when they were made', () => {
    for (const product of products) {
      const repository = product.images[0]!;
      for (const fact of endOfLifeOf(repository, product.newest) ?? []) {
        expect(fact.updatesUntil > product.checked, `${product.id} ${product.newest}`).toBe(true);
      }
    }
  });
  it('name a repository once', () => {
    const names = products.flatMap((p) => p.images);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(normalRepository(name)).toBe(name);
  });

  const folder = '/usr/share/distro-info';
  if (!existsSync(folder)) console.warn('SKIPPED: dates beside distro-info-data: the package is not installed');
  it.skipIf(!existsSync(folder)).each(['debian', 'ubuntu'])('say what distro-info-data says of %s', (id) => {
    const [head, ...rows] = readFileSync(`${folder}/${id}.csv`, 'utf8').trim().split('\n');
    const columns = head!.split(',');
    const bySeries = new Map(
      rows.map((row) => {
        const cells = row.split(',');
        return [cells[columns.indexOf('series')]!, (column: string) => cells[columns.indexOf(column)]] as const;
      }),
    );
    const extended = id === 'debian' ? 'eol-lts' : 'eol-esm';
    for (const [, series, eol, until] of products.find((p) => p.id === id)!.cycles) {
      expect([series, bySeries.get(series)?.('eol'), bySeries.get(series)?.(extended) || undefined]).toEqual([
        series,
        eol,
        until,
      ]);
    }
  });
});

describe('deprecatedImageOf', () => {
  it('knows images that get no updates under their name', () => {
    expect(deprecatedImageOf('docker.io/library/openjdk')).toMatchObject({
      replacement: 'eclipse-temurin',
      since: '2022-07-31',
    });
    expect(deprecatedImageOf('java')?.replacement).toBe('eclipse-temurin');
    expect(deprecatedImageOf('centos')?.replacement).toBeUndefined();
    expect(deprecatedImageOf('node')).toBeUndefined();
    expect(deprecatedImageOf('someone/openjdk')).toBeUndefined();
  });
  it('never recommends another such image', () => {
    for (const { replacement } of deprecatedImages) {
      expect(replacement === undefined ? undefined : deprecatedImageOf(replacement)).toBeUndefined();
    }
  });
});
