import { startAgencies, type Agencies } from '../agencies/server.ts';

let running: Promise<Agencies> | undefined;
let users = 0;

/** The agencies answer as long as any story runs: two cities live through theirs side by side and ask the same ones. Returns the leave-taking. */
export async function shareAgencies(): Promise<() => Promise<void>> {
  users += 1;
  running ??= startAgencies();
  const { url } = await running;
  process.env['AGENCY_SOCIAL_INSURANCE_URL'] = `${url}/social-insurance`;
  process.env['AGENCY_BANK_DEPOSITS_URL'] = `${url}/bank-deposits`;
  return async () => {
    users -= 1;
    if (users > 0) return;
    const last = await running;
    running = undefined;
    delete process.env['AGENCY_SOCIAL_INSURANCE_URL'];
    delete process.env['AGENCY_BANK_DEPOSITS_URL'];
    await last?.stop();
  };
}
