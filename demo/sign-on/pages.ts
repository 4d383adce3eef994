import type { ServerResponse } from 'node:http';
import type { OidcContext } from 'oidc-provider';
import type { KnownPerson } from './provider.ts';

const frame = (title: string, inside: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title>
<style>
  body { margin: 0; background: #fbfaf6; color: #1d1c19; font: 17px/1.7 "Noto Serif SC", "Songti SC", SimSun, serif; }
  main { max-width: 30rem; margin: 0 auto; padding: 2.5rem 1.25rem; }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
  p { margin: 0 0 1.25rem; color: #4d4a43; }
  form { display: grid; gap: 0; border-top: 1px solid #cfc9bb; }
  button { font: inherit; text-align: left; padding: .75rem .25rem; border: 0; border-bottom: 1px solid #cfc9bb; background: none; color: #14315c; cursor: pointer; min-height: 44px; }
  button:hover, button:focus-visible { background: #f1eee4; outline: 2px solid #14315c; outline-offset: -2px; }
</style></head><body><main>${inside}</main></body></html>`;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const write = (response: ServerResponse, html: string): void => { response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html); };

/** Who one is: every invented person a button. A real provider asks for a password or a face here. */
export function choosePage(response: ServerResponse, title: string, people: readonly KnownPerson[]): void {
  write(response, frame(title, `<h1>${escape(title)}</h1><p>演示用的模拟器，人是假的，不问密码。您以谁的身份登录？</p>
<form method="post">${people.map((person) => `<button name="who" value="${escape(person.id)}">${escape(person.title)}</button>`).join('')}<button name="who" value="">取消，回到原来的网站</button></form>`));
}

/** Asked on leaving: end the session here as well. */
export function leavePage(context: OidcContext, title: string, form: string): void {
  context.type = 'html';
  context.body = frame(title, `<h1>${escape(title)}</h1><p>您已经退出民政平台。统一认证也一并退出吗？</p>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">一并退出</button><button type="submit" form="op.logoutForm">只退出民政平台</button>`);
}

export function plainPage(response: ServerResponse, title: string, sentence: string): void {
  write(response, frame(title, `<h1>${escape(title)}</h1><p>${escape(sentence)}</p>`));
}
