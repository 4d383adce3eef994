import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'window.none-here': { status: 422, sentence: '{office}还没有登记救助窗口，不能收求助。请市民政局先在“窗口”里登记。' },
  'window.twice': { status: 409, sentence: '{office}已经有{level}，不用再登记。' },
  'window.not-found': { status: 404, sentence: '没有找到这个窗口，或已经撤销。' },
  'window.wrong-level': { status: 422, sentence: '{office}不是{level}应在的地方。' },
  'intake.not-found': { status: 404, sentence: '没有找到这件求助，或不在您的辖区内。' },
  'intake.no-need': { status: 422, sentence: '请至少勾一样难处，才知道转给谁。说不清的，勾“说不清该找谁”。' },
  'intake.no-such-place': { status: 422, sentence: '没有找到这个村（居），请从列表里选。' },
  'handover.not-found': { status: 404, sentence: '没有找到这件转办，或没有转给您的单位。' },
  'handover.stale': { status: 409, sentence: '这件转办刚才变了，现在是“{state}”。请先看看再办。' },
  'handover.not-here': { status: 409, sentence: '这件转办现在是“{state}”，不能{move}。' },
  'handover.receiver-only': { status: 403, sentence: '这一步要由承办单位来办，窗口不能代办。承办单位没有账号的，才由窗口代录。' },
  'handover.window-only': { status: 403, sentence: '这一步要由转出的窗口来办。' },
  'handover.scan-missing': { status: 422, sentence: '代承办单位录答复，要附上盖章的答复扫描件。' },
  'handover.same-receiver': { status: 422, sentence: '本来就在{receiver}，不用改转。' },
  'handover.no-such-receiver': { status: 422, sentence: '没有这个承办单位，或这一天还没有。请从列表里选。' },
  'handover.not-a-matter': { status: 422, sentence: '这件转办不是转给本平台事项的，不能在这里开申请。' },
  'handover.case-open': { status: 409, sentence: '这件转办已经开了申请，案号 {number}。' },
  'department.unknown': { status: 422, sentence: '没有这个协办部门，请从列表里选。' },
  'department.not-a-post': { status: 422, sentence: '这个岗位不是协办部门经办，不能挂到部门。' },
  'follow.wrong': { status: 404, sentence: '没有查到。请照回执核对求助编号和查询码，一个字也不能错。' },
});
