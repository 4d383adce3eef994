import { useApiQuery } from '../../api-client.ts';
import { HelpProgress, type HelpAsked } from './help-progress.tsx';

/** What one told at a window with an identity card, under 我的; nothing where there is none. */
export function MyHelp({ today }: { today: string }) {
  const read = useApiQuery<readonly HelpAsked[]>('single-window.my-intakes');
  return <>{(read.data ?? []).map((one) => <HelpProgress key={one.number} progress={one} today={today} />)}</>;
}
