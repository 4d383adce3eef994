import { defineRefusals } from '../contract/refusal.ts';

export default defineRefusals({
  'grant.person-already': { status: 409, sentence: '有 {count} 名成员同一时间已在另一户享受这项待遇，不能重复享受。请核实后从成员中去掉，或先办结另一户。' },
  'grant.stale': { status: 409, sentence: '这份待遇刚刚被别人改过，没有存上。请刷新看看再办。' },
  'grant.ended': { status: 409, sentence: '这份待遇已经停发，不能再改。需要恢复的，请办理恢复发放。' },
  'grant.suspended-already': { status: 409, sentence: '这份待遇已经暂停，不用再办暂停。' },
  'grant.not-suspended': { status: 409, sentence: '这份待遇没有暂停或停发，不用恢复。' },
  'grant.not-active': { status: 409, sentence: '这份待遇那个月没有在发，不能办渐退。' },
  'grant.before-first': { status: 422, sentence: '变更月份早于起发月份（{first}）。请改为起发月份或以后。' },
  'grant.not-granted': { status: 422, sentence: '核定结果不是“符合”，不能发放。请先补齐材料或作出不予批准的决定。' },
  'grant.takeover-repeated': { status: 409, sentence: '这份花名册（文件摘要相同）已经接收过，没有重复接收。' },
  'grant.takeover-amount': { status: 422, sentence: '第 {row} 户的金额不是大于 0 的数，或与各项之和不符。请改正后再接收。' },
  'grant.nothing-overpaid': { status: 422, sentence: '分期金额要大于 0，并且不超过多发总额。' },
});
