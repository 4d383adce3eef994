import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Hit } from '../../../kernel/registers/search/hit.ts';
import { query, type ApiProblem } from '../../api-client.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';
import type { Session } from '../../ui/session.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { hitLines, listPlaces, readVerb, recentLines } from './find-lines.ts';
import type { PageDeclaration } from './page.ts';
import { listRecent } from './recent.ts';

/** From anywhere: people, households, cases, rolls, complaints and papers, pages and what can be begun; empty, where one was lately. `/` or Ctrl K brings you here. */
export function Find({ pages, session }: { pages: readonly PageDeclaration[]; session: Session | undefined }) {
  const [text, setText] = useState('');
  const { verb, text: wanted } = readVerb(text);
  const settled = useSettled(wanted);
  const input = useRef<HTMLInputElement>(null);
  const open = useOpen();
  const here = { title: '查人、户、件、册、文书，去别处', run: () => { input.current?.focus(); input.current?.select(); } };
  useKeys({ '/': here, 'Ctrl+k': here });
  const found = useQuery<readonly Hit[], ApiProblem>({ queryKey: ['search.suggest', { text: settled }], queryFn: () => query<readonly Hit[]>('search.suggest', { text: settled }), enabled: settled !== '', placeholderData: keepPreviousData });
  const role = session?.posts.find((post) => post.id === session.post)?.role;
  const lines = text.trim() === '' ? recentLines(session === undefined ? [] : listRecent(session.account.id)) : [...listPlaces(pages, role, text), ...(settled === '' ? [] : hitLines(found.data ?? [], verb))];
  const busy = found.isFetching || settled !== wanted;
  const say = text.trim() === '' ? '姓名、拼音首字母、证件号、案号、文号、页面名；“变更 李”直接去办。' : found.isError ? found.error.title : busy ? '正在找…' : '没有找到。可以写姓名、拼音首字母、证件号、案号、文号，或页面的名字。';
  return (
    <search className="find">
      <Icon name="find" />
      <Combobox text={text} onText={setText} inputRef={input} say={say} whenEmpty input={{ label: '查人、户、件、册、文书，去别处', placeholder: '姓名、拼音首字母、证件号、案号，或要办的事' }}
        options={lines.map(({ id, title, note }) => ({ id, title, note }))}
        onPick={(option) => {
          const line = lines.find((one) => one.id === option.id);
          if (line === undefined) return;
          setText('');
          input.current?.blur();
          open(line.href);
        }} />
      <span className="key" aria-hidden="true">/</span>
    </search>
  );
}
