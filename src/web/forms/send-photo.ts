import { ApiProblem, newKey, upload, type UploadedFile } from '../api-client.ts';

/** Photographs above this are made smaller on the phone: a page stays readable, a slow line carries it. Bytes. */
const SMALL_ENOUGH = 400_000;
/** Longest side of what is sent, pixels: a sheet of A4 at about 170 a inch. */
const LONGEST_SIDE = 2000;
const QUALITY = 0.8;
const PAUSES_MS = [1000, 3000, 8000, 20_000];

/** The same photograph, small enough for a slow line; anything that is no photograph, or cannot be read here, goes as it is. */
export async function smallerPhoto(file: File): Promise<File> {
  if (!/^image\/(?:jpeg|png|webp)$/.test(file.type) || file.size <= SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
    return blob === null || blob.size >= file.size ? file : new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return file;
  }
}

/** Sends a file, again and again under one key until it is through: a lost answer makes no second file. Gives up only when the office says no. */
export async function sendPatiently(file: File, onWaiting: (waiting: boolean) => void): Promise<UploadedFile> {
  const key = newKey();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await upload(file, { key });
    } catch (failure) {
      const lost = failure instanceof ApiProblem && (failure.status === 0 || failure.status >= 500);
      if (!lost || attempt >= PAUSES_MS.length) throw failure;
      onWaiting(true);
      await untilOnline(PAUSES_MS[attempt] ?? 1000);
      onWaiting(false);
    }
  }
}

/** After a pause, or as soon as the line is back. */
function untilOnline(pause: number): Promise<void> {
  return new Promise((done) => {
    const go = () => { clearTimeout(timer); window.removeEventListener('online', go); done(); };
    const timer = setTimeout(go, pause);
    window.addEventListener('online', go);
  });
}
