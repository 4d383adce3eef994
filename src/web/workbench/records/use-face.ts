import { useParams } from '@tanstack/react-router';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';

/** The register named in the address. */
export function useRegister(): string {
  return (useParams({ strict: false }) as { readonly register: string }).register;
}

/** What the screens know of it. */
export const useFace = (register: string) => useApiQuery<RegisterFace>('records.describe', { register });
