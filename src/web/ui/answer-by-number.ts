/** Everything of a form one stops at, in order. */
const STOPS = 'input:not([type=hidden]), select, textarea, button, [role=combobox]';

/**
 * At the desk a question with a few answers is answered by its number, 1 for the first, and the keyboard goes on to the next question. Two
 * answers are also y and n.
 */
export function answerByNumber(event: KeyboardEvent, group: HTMLElement, choose: (at: number) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const word = radios.length === 2 ? ['y', 'n'].indexOf(event.key.toLowerCase()) : -1;
  const at = word >= 0 ? word : /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
  if (at < 0 || at >= radios.length) return;
  event.preventDefault();
  event.stopPropagation();
  choose(at);
  // the next question may appear only because of this answer: after the sheet was drawn again, and before the next key
  queueMicrotask(() => goOn(group));
}

function goOn(group: HTMLElement): void {
  const scope = group.closest('form') ?? document.body;
  const stops = [...scope.querySelectorAll<HTMLElement>(STOPS)].filter((one) => !group.contains(one) && one.getClientRects().length > 0 && one.tabIndex >= 0 && !(one.matches('button') && one.closest('.foot, .form-acts') !== null && !one.matches('[type=submit], .btn.main')));
  const next = stops.find((one) => (group.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  const radio = next instanceof HTMLInputElement && next.type === 'radio' ? (scope.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(next.name)}"]:checked`) ?? next) : next;
  radio?.focus();
}
