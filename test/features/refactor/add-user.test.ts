import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('add-user', {
  does: [
    [
      'FROM debian:12\nRUN a\n\n‸CMD ["b"]\n',
      'FROM debian:12\nRUN a\nRUN useradd --system --create-home --user-group --no-log-init app\nUSER app\n\nCMD ["b"]\n',
      'Create the user app and run as it, not as root',
    ],
    [
      '‸FROM python:3.12-alpine\nCMD a\n',
      'FROM python:3.12-alpine\nRUN addgroup -S app && adduser -S -G app app\nUSER app\nCMD a\n',
    ],
    [
      'FROM node:22\nUSER ‸root\nRUN a\nCMD b',
      'FROM node:22\nUSER root\nRUN a\nUSER node\nCMD b',
      'Run as the user node, not as root',
    ],
    [
      'FROM debian AS x\nRUN useradd -r me\nFROM x\n‸CMD a\n',
      'FROM debian AS x\nRUN useradd -r me\nFROM x\nUSER me\nCMD a\n',
    ],
  ],
  refuses: [
    'FROM debian\nUSER app\n‸CMD a\n',
    'FROM debian AS x\nUSER app\nFROM x\n‸CMD a\n',
    'FROM somebody/image\n‸CMD a\n',
    'FROM nginx\n‸CMD a\n',
    'FROM jenkins/jenkins\n‸CMD a\n',
    'FROM scratch\n‸CMD a\n',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n‸CMD a\n',
    'FROM debian\n‸CMD a\nFROM debian\n',
    'FROM debian\n‸RUN a\n',
  ],
});
