import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { FormSheet } from '../../../../web/forms/form-sheet.tsx';
import type { FormValues } from '../../../../web/forms/form-values.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import { AfterRegistering } from '../../../../web/workbench/cases/after-registering.tsx';
import '../../../../web/workbench/cases/cases.css';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { Application, Opened } from './api.ts';

function OpenApplication() {
  const { handoverId } = useParams({ strict: false }) as { handoverId: string };
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const read = useApiQuery<Application>('single-window.get-application', { handover: Number(handoverId) });
  return <Await read={read} what="申请表" lines={8}>{(application) => (
    opened !== undefined ? <AfterRegistering opened={opened} bring={application.bring} />
      : application.caseId !== null ? <div className="page"><PageHead title="已经开了申请" /><Empty>这件转办已经开过申请，不用再开。</Empty><ButtonLink href={`/cases/${application.caseId}`}>打开这一件</ButtonLink></div>
        : <Sheet application={application} onOpened={setOpened} />
  )}</Await>;
}

/** The matter's own form; what was told at the window stands in it already. */
function Sheet({ application, onOpened }: { application: Application; onOpened: (opened: Opened) => void }) {
  const [values, setValues] = useState<FormValues>(application.values as FormValues);
  const command = useApiCommand<Opened>('single-window.open-application');
  const send = async () => {
    const answer = await command.run({ handover: application.handover, values });
    if (answer !== undefined) onOpened(answer);
  };
  return (
    <div className="desk">
      <div className="list new-case">
        <PageHead over={`转办 ${application.number}`} title={application.title} lead="求助时说过的都填好了，只补没问过的。交上去就算签收。" />
        {command.problem === undefined || command.fields.length > 0 ? null : <ErrorNote problem={command.problem} kept="填的都还在下面，没有丢。" />}
        <FormSheet form={application.form} values={values} onChange={setValues} errors={command.fields} onSubmit={() => void send()}>
          <ButtonLink href={`/window/handovers/${application.handover}`}>先不开</ButtonLink><Button kind="main" type="submit" busy={command.busy}>登记这件申请</Button>
        </FormSheet>
      </div>
      <aside className="next" aria-label="登记时看一眼"><h2>本人说的</h2><p className="filled">{application.trouble}</p><h3>要看的材料</h3><ul className="bring">{application.bring.map((one) => <li key={one}>{one}</li>)}</ul></aside>
    </div>
  );
}

export default definePage({ path: '/window/handovers/$handoverId/open', title: '由求助开申请', under: '/window', roles: ['village-clerk', 'town-clerk', 'town-lead'], covers: ['S022'], component: OpenApplication });
