export interface KeptFile { readonly name: string; readonly type: string; readonly base64: string }

/** Hands a file the server gave to the browser's own way of saving. */
export function saveFile(file: KeptFile): void {
  const bytes = Uint8Array.from(atob(file.base64), (character) => character.codePointAt(0) ?? 0);
  const address = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The bytes of a chosen file as base64, in pieces a call stack can hold. */
export async function readBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCodePoint(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
