import { Button } from '../../ui/button.tsx';
import './second-factor.css';

/** 恢复码, on the screen this once. */
export function RecoveryCodes({ codes, done, onDone }: { codes: readonly string[]; done: string; onDone: () => void }) {
  return (
    <section aria-labelledby="codes">
      <h2 id="codes" tabIndex={-1}>抄下这 {codes.length} 个恢复码</h2>
      <p>手机丢了、坏了，用一个恢复码代替验证码，用过就作废。只显示这一次，请抄在纸上锁好，或打印出来。</p>
      <ol className="codes">{codes.map((code) => <li key={code}>{code}</li>)}</ol>
      <div className="acts"><Button onPress={() => window.print()}>打印</Button><Button kind="main" onPress={onDone}>{done}</Button></div>
    </section>
  );
}
