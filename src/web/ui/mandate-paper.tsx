import { dayLong } from './day-text.ts';

/** What a 授权委托书 says, as far as it is known already. */
export interface MandateTold {
  readonly principal: string; readonly helper: string; readonly relation: string;
  readonly matters: readonly { readonly title: string }[];
  readonly from: string; readonly lastDay: string;
}

/** 民法典施行的日子: before it, 民法通则 says what stands in a written mandate (姓名、事项、权限、期限、签名). */
const CIVIL_CODE = '2021-01-01';
const BLANK = '＿＿＿＿＿＿＿＿';

/** 授权委托书: what is known is printed, the rest are lines to write on. The same at the desk and at home. `matters`: what may be asked for. `heads`: the paper is all there is on the page, and its title the page's. */
export function MandatePaper({ mandate, matters, demoCity, today, heads = false }: { heads?: boolean; mandate: MandateTold | undefined; matters: readonly string[]; demoCity: boolean; today: string }) {
  return (
    <>
      {heads ? <h1>授权委托书</h1> : <h2 className="paper-title">授权委托书</h2>}
      <p>委托人：{mandate?.principal ?? BLANK}　公民身份号码：{BLANK}{BLANK}　电话：{BLANK}</p>
      <p>受托人：{mandate?.helper ?? BLANK}　公民身份号码：{BLANK}{BLANK}　电话：{BLANK}</p>
      <p>受托人是委托人的：{mandate?.relation ?? BLANK}</p>
      <p>因本人不便，委托上面的受托人，替我办理下列社会救助事项：</p>
      <ul>{mandate === undefined ? matters.map((title) => <li key={title}>□ {title}</li>) : mandate.matters.map((matter) => <li key={matter.title}>☑ {matter.title}</li>)}</ul>
      <p>受托人可以：代为填写、提交申请，查询办理进度，代为补充材料。受托人不可以：变更收款账户，代签核对授权，撤回申请。</p>
      <p>期限：从{mandate === undefined ? '　　　　年　　月　　日' : dayLong(mandate.from)}到{mandate === undefined ? '　　　　年　　月　　日' : dayLong(mandate.lastDay)}。委托人可以随时收回。</p>
      <p>受托人照委托人说的如实填写。委托人对申请内容的真实性负责。</p>
      <div className="sign-off"><p>委托人（签字、按手印）：{BLANK}</p><p>受托人（签字）：{BLANK}</p><p>　　　　年　　月　　日</p></div>
      <p className="foot-line"><span>依据：{today >= CIVIL_CODE ? '民法典第一百六十五条' : '民法通则第六十五条'}。附：委托人、受托人身份证复印件。</span></p>
      {demoCity ? <p className="foot-line"><span>演示城市，人、户都是编的，不能用来办真事。</span></p> : null}
    </>
  );
}
