import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { useCity } from './session.ts';

/** How one may sign in here: by whose 统一认证, and whether a password still opens the door. `refused`: why the last way back from a provider opened nothing. */
export interface WaysIn {
  readonly providers: readonly { readonly id: string; readonly kind: 'staff' | 'resident'; readonly title: string }[];
  readonly passwords: { readonly staff: 'all' | 'break-glass'; readonly residents: 'all' | 'none' };
  readonly refused?: { readonly code: string; readonly title: string };
}

/** The code a provider's way back ended with, as the address said it when the page was opened: the first page may lead on to another at once. */
const refusedCode = typeof window === 'undefined' ? undefined : (new URLSearchParams(window.location.search).get('refused') ?? undefined);

/** The ways in of the city shown; undefined while they are asked for: then the password is offered, as everywhere. */
export function useWaysIn(): WaysIn | undefined {
  const city = useCity();
  return useApiQuery<WaysIn>('session.ways-in', refusedCode === undefined ? {} : { refused: refusedCode }, { enabled: city !== undefined }).data;
}

/** Why coming back from a provider opened nothing. */
export function RefusedNote({ ways }: { ways: WaysIn | undefined }) {
  if (ways?.refused === undefined) return null;
  return <div className="error-note" role="alert"><p className="what">{ways.refused.title}</p><p className="code">{ways.refused.code}</p></div>;
}

/** One button a provider. `backTo` is the page shown afterwards, on this site. */
export function ProviderButtons({ ways, kind, backTo }: { ways: WaysIn | undefined; kind: 'staff' | 'resident'; backTo: string }) {
  const city = useCity();
  const begin = useApiCommand<{ readonly to: string }>('session.begin-sign-on', { refresh: false });
  const [leaving, setLeaving] = useState<string | undefined>(undefined);
  const offered = ways?.providers.filter((one) => one.kind === kind) ?? [];
  if (offered.length === 0) return null;
  const go = async (provider: string) => {
    setLeaving(provider);
    const begun = await begin.run({ ...(city === undefined ? {} : { city: city.code }), provider, backTo });
    if (begun === undefined) setLeaving(undefined);
    else window.location.assign(begun.to);
  };
  return (
    <div className="ways-in">
      {offered.map((one, index) => <Button key={one.id} kind={index === 0 ? 'main' : 'secondary'} wide busy={leaving === one.id} onPress={() => void go(one.id)}>{`用${one.title}登录`}</Button>)}
      <ErrorNote problem={begin.problem} />
    </div>
  );
}
