import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Nothing of a browser's powers is used but what is named here. */
const PERMISSIONS = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'].map((power) => `${power}=()`).join(', ');
/** A year, once a visit was encrypted. */
const HSTS = 'max-age=31536000; includeSubDomains';

/** What every answer bears: scripts of our own only and none inline, in no other site's frame, nothing personal kept by a browser or a proxy. */
export async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], styleSrc: ["'self'", "'unsafe-inline'"], scriptSrc: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"], objectSrc: ["'none'"], upgradeInsecureRequests: null } },
    frameguard: { action: 'deny' }, referrerPolicy: { policy: 'no-referrer' },
    // said below: only to those who came encrypted
    strictTransportSecurity: false,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    if (request.protocol === 'https') reply.header('strict-transport-security', HSTS);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
