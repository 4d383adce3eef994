import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { choosePort } from './choose-port.ts';

it('takes the port itself, else the next free one, else refuses when it was asked for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  expect(await choosePort(port, false, '127.0.0.1')).toBeGreaterThan(port);
  await expect(choosePort(port, true, '127.0.0.1')).rejects.toThrow(/PORT/);
  await new Promise((resolve) => server.close(resolve));
  expect(await choosePort(port, true, '127.0.0.1')).toBe(port);
});
