import { endOfLifeImage } from '../../server/src/language/lint/rules/end-of-life-image';
import { testRule } from '../support/testRule';

testRule(endOfLifeImage, {
  good: [
    'FROM ubuntu:24.04',
    'FROM ubuntu',
    'FROM ubuntu:latest',
    'FROM scratch',
    'FROM example/ubuntu:16.04x',
    // free extended support counts
    'FROM debian:bookworm-slim',
    // a tag that moves on
    'FROM python:3-slim',
    'FROM alpine:3.23 AS a\nFROM a',
    { code: 'FROM ubuntu:24.04', around: { today: '2029-05-01' }, options: { days: 10 } },
    // nobody said which version
    'ARG VERSION\nFROM ubuntu:$VERSION',
    // nobody said what day it is
    { code: 'FROM ubuntu:16.04', around: { today: '' } },
    { code: 'FROM ubuntu:16.04\nFROM openjdk:17', around: { today: '2016-05-01' } },
  ],
  bad: [
    {
      code: 'FROM «ubuntu:16.04»\nRUN true',
      fixed: 'FROM ubuntu:26.04\nRUN true',
      message: 'Ubuntu 16.04 has had no updates since 2021-04-30, not even for security holes. Newer: `26.04`.',
      as: [],
    },
    {
      code: 'FROM --platform=linux/amd64 «docker.io/library/debian:buster-slim» AS b\nFROM b',
      fixed: 'FROM --platform=linux/amd64 docker.io/library/debian:trixie-slim AS b\nFROM b',
    },
    { code: 'FROM «python:3.6.9-slim-stretch»', fixed: 'FROM python:3.14-slim' },
    { code: 'FROM «node:14-alpine3.15»', fixed: 'FROM node:24-alpine', message: /Node.js 14/ },
    // the image goes on, the system below it does not
    { code: 'FROM «node:24-buster-slim»', fixed: 'FROM node:24-slim', message: /Debian 10 .* Newer: `24-slim`/ },
    { code: 'FROM «example/tool:1.2-stretch»', message: /^Debian 9 .* security holes\.$/ },
    { code: 'ARG V=16.04\nFROM «ubuntu:$V»' },
    { code: 'FROM «ubuntu:16.04@sha256:9999999999999999999999999999999999999999999999999999999999999999»' },
    { code: 'FROM «centos:7»', message: /^CentOS Linux 7|^CentOS 7/ },
    {
      code: 'FROM «openjdk:25-jdk»',
      message:
        'The image `openjdk` is deprecated and gets no updates since 2022-07-31. Its makers point to `eclipse-temurin`.',
    },
    { code: 'FROM «java»', message: /deprecated/ },
    { code: 'FROM «ubuntu:24.04»', around: { today: '2029-04-01' }, message: /last updates on 2029-05-31/ },
    {
      code: 'FROM «ubuntu:24.04»',
      around: { today: '2028-06-01' },
      options: { days: 365 },
      message: /last updates on/,
    },
    { code: 'FROM «ubuntu:16.04» AS a\nFROM «ubuntu:16.04»', fixed: 'FROM ubuntu:26.04 AS a\nFROM ubuntu:26.04' },
  ],
});
