import type { Locale } from '../../locale/locale';

/** Why a name is not changed. `line` counts from 1. */
export type Refusal =
  | { readonly code: 'nothing' }
  | { readonly code: 'unnamed' }
  | {
      readonly code: 'undefined' | 'built-in' | 'not-a-stage' | 'not-a-variable' | 'not-a-heredoc';
      readonly name: string;
    }
  | { readonly code: 'reserved' | 'taken' | 'file-name'; readonly name: string }
  | { readonly code: 'in-pieces' | 'in-shell' | 'in-base' | 'in-body'; readonly name: string; readonly line: number };

/** True of a refusal, as against what was asked for. */
export const isRefusal = (result: object): result is Refusal => 'code' in result;

/** What a refusal says to the one who asked. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  return texts[locale](refusal);
}

const texts: Readonly<Record<Locale, (refusal: Refusal) => string>> = {
  en(refusal) {
    switch (refusal.code) {
      case 'nothing':
        return 'There is no name to change here: put the cursor on a stage, a variable or a heredoc’s name.';
      case 'unnamed':
        return 'This stage is used by its number. Put the cursor on its name, or give it one with AS.';
      case 'undefined':
        return `No ARG or ENV of this file defines ${refusal.name}.`;
      case 'built-in':
        return `${refusal.name} gets its meaning from the builder or the base image; under another name it would lose it.`;
      case 'not-a-stage':
        return `“${refusal.name}” cannot name a stage: a letter first, then letters, digits, “-”, “_” and “.”.`;
      case 'not-a-variable':
        return `“${refusal.name}” cannot name a variable: letters, digits and “_”, no digit first.`;
      case 'not-a-heredoc':
        return `“${refusal.name}” cannot name a heredoc: letters, digits and “_”, no digit first.`;
      case 'reserved':
        return `“${refusal.name}” has a meaning of its own for the builder.`;
      case 'taken':
        return `“${refusal.name}” already means something here: with that name something else would be built.`;
      case 'file-name':
        return `The file that this instruction makes is called ${refusal.name} after its heredoc: another name would build another file.`;
      case 'in-pieces':
        return `On line ${refusal.line} ${refusal.name} is not written in one piece: change that by hand first.`;
      case 'in-shell':
        return `The script on line ${refusal.line} sets ${refusal.name} itself, or reads it where only a running shell can tell: change that by hand first.`;
      case 'in-base':
        return `The FROM on line ${refusal.line} may name stage ${refusal.name} by a variable: change that by hand first.`;
      case 'in-body':
        return `Line ${refusal.line} of the heredoc is “${refusal.name}”: the heredoc would end there.`;
    }
  },
  ko(refusal) {
    switch (refusal.code) {
      case 'nothing':
        return '여기에는 바꿀 이름이 없어요. 스테이지, 변수, 히어독 이름에 커서를 두세요.';
      case 'unnamed':
        return '여기서는 스테이지를 번호로 가리켜요. 스테이지 이름에 커서를 두거나, 이름이 없다면 AS로 지어 주세요.';
      case 'undefined':
        return `이 파일에는 ${refusal.name} 변수를 정의하는 ARG나 ENV가 없어요.`;
      case 'built-in':
        return `${refusal.name} 변수의 값은 빌더나 베이스 이미지가 정해서, 이름을 바꾸면 뜻을 잃어요.`;
      case 'not-a-stage':
        return `“${refusal.name}” 같은 스테이지 이름은 쓸 수 없어요. 영문자로 시작하고 영문자, 숫자, “-”, “_”, “.”만 쓸 수 있어요.`;
      case 'not-a-variable':
        return `“${refusal.name}” 같은 변수 이름은 쓸 수 없어요. 영문자, 숫자, “_”만 쓸 수 있고 숫자로 시작할 수 없어요.`;
      case 'not-a-heredoc':
        return `“${refusal.name}” 같은 히어독 이름은 쓸 수 없어요. 영문자, 숫자, “_”만 쓸 수 있고 숫자로 시작할 수 없어요.`;
      case 'reserved':
        return `“${refusal.name}” 이름은 빌더가 따로 쓰고 있어요.`;
      case 'taken':
        return `“${refusal.name}” 이름은 여기서 이미 다른 것을 가리켜요. 이 이름으로 바꾸면 빌드 결과가 달라져요.`;
      case 'file-name':
        return `이 명령이 만드는 파일은 히어독 이름을 따라 ${refusal.name} 이름을 가져요. 이름을 바꾸면 다른 파일이 만들어져요.`;
      case 'in-pieces':
        return `${refusal.line}번째 줄에는 ${refusal.name} 이름이 한 덩어리로 적혀 있지 않아요. 먼저 직접 고쳐 주세요.`;
      case 'in-shell':
        return `${refusal.line}번째 줄의 스크립트가 ${refusal.name} 값을 직접 정하거나, 실행해 봐야 알 수 있는 곳에서 읽어요. 먼저 직접 고쳐 주세요.`;
      case 'in-base':
        return `${refusal.line}번째 줄의 FROM이 변수로 ${refusal.name} 스테이지를 가리킬 수 있어요. 먼저 직접 고쳐 주세요.`;
      case 'in-body':
        return `히어독 ${refusal.line}번째 줄의 내용이 “${refusal.name}”뿐이라서, 이 이름으로 바꾸면 히어독이 거기서 끝나 버려요.`;
    }
  },
};
