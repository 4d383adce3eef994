import type { FastifyRequest } from 'fastify';
import type { Whence } from '../../kernel/access/sign-in-record.ts';
import { deviceWords } from './device-words.ts';

/** Where a request comes from: the address the proxy vouches for, and the device as its holder would call it. */
export const whenceOf = (request: FastifyRequest): Whence => ({ address: request.ip, device: deviceWords(request.headers['user-agent'] ?? '') });
