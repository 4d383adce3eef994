/** Beside a parameter value that stands in for a figure whose document we do not have; only a demo city has such values. */
export function DemoMark() {
  return <span className="demo-mark">演示值</span>;
}

/** The thin band on every page of a demo city. */
export function DemoBand({ cityName }: { cityName: string }) {
  return (
    <p className="demo-band">
      <b>演示城市 {cityName}</b>
      <span>人、户、账号都是编的。</span>
      <span className="more">标“演示值”的数没有文件依据，不能用来办真事。</span>
    </p>
  );
}
