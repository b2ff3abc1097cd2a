// What both hosts have and neither `vscode` nor the ECMAScript library declares.
declare class TextDecoder {
  decode(input?: Uint8Array): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
