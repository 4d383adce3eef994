import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { Loading } from './loading.tsx';

/** Shows a read: nothing, then 正在取…, the sentence of a failure with 再取一次, or the answer. */
export function Await<Answer>({ read, what, lines, children }: {
  read: UseQueryResult<Answer, ApiProblem>;
  what?: string;
  lines?: number;
  children: (answer: Answer) => ReactNode;
}) {
  if (read.data !== undefined) {
    return <>{read.isError ? <ErrorNote problem={read.error} kept="下面是先前取到的数。"><Button onPress={() => void read.refetch()}>再取一次</Button></ErrorNote> : null}{children(read.data)}</>;
  }
  if (read.isError) return <ErrorNote problem={read.error}><Button onPress={() => void read.refetch()}>再取一次</Button></ErrorNote>;
  return <Loading {...(what === undefined ? {} : { what })} {...(lines === undefined ? {} : { lines })} />;
}
