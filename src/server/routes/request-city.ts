import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../kernel/access/caller.ts';
import { callerOf } from '../../kernel/access/sessions.ts';
import { standUnder } from '../../kernel/mandates/stand-under.ts';
import type { City } from '../../kernel/db/city.ts';
import type { AppOptions } from '../app.ts';

export const SESSION_COOKIE = 'mz_session';

/** The session cookie is `<city>.<token>`. */
export function sessionOf(request: FastifyRequest): { city: string; token: string } | undefined {
  const [city, token] = (request.cookies[SESSION_COOKIE] ?? '').split('.', 2);
  return city && token ? { city, token } : undefined;
}

/** The city a request speaks to: the session's, else the one named in the header, else the installation's first. */
export function cityOf(request: FastifyRequest, options: AppOptions): City {
  const named = sessionOf(request)?.city ?? request.headers['x-city'];
  const city = options.cities.get(typeof named === 'string' ? named : options.defaultCity) ?? options.cities.get(options.defaultCity);
  if (!city) throw new Error('no city is open');
  return city;
}

export const callerOfRequest = async (request: FastifyRequest, options: AppOptions): Promise<{ city: City; caller: Caller }> => {
  const city = cityOf(request, options);
  const session = sessionOf(request);
  const caller = await callerOf(city, session?.city === city.code ? session.token : undefined);
  return { city, caller: await standUnder(city, caller, request.headers['x-mandate']) };
};

/** A browser form of another site cannot set a header: without it nothing is written. */
export const isSameSite = (request: FastifyRequest): boolean => request.headers['x-csrf'] === '1';
