// The package ships no types; these are the few parts the simulator uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export interface OidcContext {
    path: string;
    body: unknown;
    type: string;
    readonly oidc: {
      readonly provider: Provider;
      readonly result?: { readonly consent?: { readonly grantId?: string } };
      readonly session: { readonly accountId?: string; grantIdFor(clientId: string): string | undefined };
      readonly client: { readonly clientId: string };
      readonly params: Readonly<Record<string, string | undefined>>;
    };
  }
  interface Grant { addOIDCScope(scope: string): void; addOIDCClaims(claims: readonly string[]): void; save(): Promise<string> }
  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: { new (of: { accountId: string | undefined; clientId: string }): Grant; find(id: string): Promise<Grant> };
    use(middleware: (context: OidcContext, next: () => Promise<void>) => Promise<void>): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string; readonly params: Readonly<Record<string, unknown>> }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, options: { readonly mergeWithLastSubmission: boolean }): Promise<void>;
  }
}
