import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Hit } from '../../../kernel/registers/search/hit.ts';
import { query, type ApiProblem } from '../../api-client.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';

const PLACE = { person: '/people', household: '/households', case: '/cases' } as const;
const WORD = { person: '人', household: '户', case: '件' } as const;

/** Text that has rested for `ms`, so that not every stroke asks the server. */
function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

/** 查人、查户、查案 from anywhere: name, pinyin initials, id number or case number. `/` brings you here. */
export function Find() {
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), 180);
  const input = useRef<HTMLInputElement>(null);
  const open = useOpen();
  useKeys({ '/': { title: '查人、查户、查案', run: () => { input.current?.focus(); input.current?.select(); } } });
  const found = useQuery<readonly Hit[], ApiProblem>({ queryKey: ['search.suggest', { text: settled }], queryFn: () => query<readonly Hit[]>('search.suggest', { text: settled }), enabled: settled !== '', placeholderData: keepPreviousData });
  const items = settled === '' ? [] : (found.data ?? []);
  const say = found.isError ? found.error.title : found.isFetching || settled !== text.trim() ? '正在找…' : '没有找到。可以写姓名、拼音首字母、证件号或案号。';
  return (
    <search className="find">
      <Icon name="find" />
      <Combobox text={text} onText={setText} inputRef={input} say={say} input={{ label: '查人、查户、查案', placeholder: '姓名、拼音首字母、证件号或案号' }}
        options={items.map((item) => ({ id: `${item.kind}-${item.id}`, title: item.title, note: `${WORD[item.kind]}　${item.note}` }))}
        onPick={(option) => {
          const item = items.find((one) => `${one.kind}-${one.id}` === option.id);
          if (item === undefined) return;
          setText('');
          input.current?.blur();
          open(`${PLACE[item.kind]}/${item.id}`);
        }} />
      <span className="key" aria-hidden="true">/</span>
    </search>
  );
}
