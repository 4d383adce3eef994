import { useQueryClient } from '@tanstack/react-query';
import { setActing, useActing } from '../../acting.ts';
import { A, useOpen } from '../../ui/link.tsx';

/** Over every page while one acts for another: for whom, and the way back to one's own affairs. */
export function ActingBand() {
  const acting = useActing();
  const stop = useStopActing();
  if (acting === null) return null;
  return (
    <section className="acting-band" aria-label="替别人办">
      <p><b>您在替{acting.principal}办{acting.matters.map((one) => one.title).join('、')}。</b>办的都记“谁代谁”，{acting.principal}看得到。</p>
      <p className="acts"><A href="/helping">看办到哪里</A><button type="button" className="btn" onClick={stop}>不替了，回到自己</button></p>
    </section>
  );
}

/** Ends acting in this window: nothing read for the other stays. */
export function useStopActing(): () => void {
  const client = useQueryClient();
  const open = useOpen();
  return () => {
    setActing(null);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.me' });
    open('/helping');
  };
}

/** A page about one's own affairs, opened while acting for another. */
export function OwnAffairsOnly({ title }: { title: string }) {
  const acting = useActing();
  const stop = useStopActing();
  return (
    <div className="cols rest"><section className="prose">
      <h1 tabIndex={-1}>{title}</h1>
      <p className="lead">这一页看的是自己家的事。您现在在替{acting?.principal ?? '别人'}办，所以没有打开。</p>
      <p className="acts"><A className="btn main" href="/helping">接着替办</A><button type="button" className="btn" onClick={stop}>不替了，看自己的</button></p>
    </section></div>
  );
}
