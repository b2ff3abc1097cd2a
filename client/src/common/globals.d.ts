// What both hosts have and neither `vscode` nor the ECMAScript library declares.
declare class TextDecoder {
  decode(input?: Uint8Array): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
/** A timer: node has an object, browsers a number. */
type Timer = object | number;
declare function setTimeout(then: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
