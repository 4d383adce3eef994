/** A fault as the libraries throw it: a code, perhaps the provider's own error, and what was compared. */
interface Fault { readonly code?: string; readonly error?: string; readonly name?: string; readonly claim?: string; readonly cause?: unknown }

/** Which plain refusal a failed exchange with the provider is. Undefined: a defect of ours, not of the sign-in. Pure. */
export function readFault(error: unknown): string | undefined {
  const chain: Fault[] = [];
  for (let one = error as Fault | undefined; one && typeof one === 'object' && chain.length < 6; one = one.cause as Fault | undefined) chain.push(one);
  const has = (...codes: readonly string[]): boolean => chain.some((fault) => fault.code !== undefined && codes.includes(fault.code));
  if (has('OAUTH_AUTHORIZATION_RESPONSE_ERROR')) return chain[0]?.error === 'access_denied' ? 'sso.cancelled' : 'sso.not-trusted';
  if (has('OAUTH_RESPONSE_BODY_ERROR')) return chain.some((fault) => fault.error === 'invalid_grant') ? 'sso.code-over' : 'sso.not-trusted';
  if (has('OAUTH_JWT_TIMESTAMP_CHECK_FAILED')) return 'sso.wrong-time';
  if (has('OAUTH_JWT_CLAIM_COMPARISON_FAILED')) {
    const claim = chain.find((fault) => fault.claim !== undefined)?.claim;
    return claim === 'aud' ? 'sso.wrong-audience' : claim === 'nonce' ? 'sso.wrong-nonce' : 'sso.not-trusted';
  }
  if (has('OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_HTTP_REQUEST_FORBIDDEN') || isUnreachable(chain)) return 'sso.provider-down';
  return chain.some((fault) => fault.code?.startsWith('OAUTH_')) ? 'sso.not-trusted' : undefined;
}

/** fetch says no more than that it failed; why stands in its cause. */
const isUnreachable = (chain: readonly Fault[]): boolean =>
  chain.some((fault) => fault.name === 'TimeoutError' || fault.name === 'AbortError' || /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(fault.code ?? ''));
