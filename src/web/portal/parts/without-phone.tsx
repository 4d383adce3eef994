/** 不用手机也能办: said wherever somebody might give up. */
export function WithoutPhone() {
  return (
    <section className="help" aria-labelledby="without-phone">
      <h2 id="without-phone">不用手机也能办</h2>
      <p>到村（居）委会或镇区办事窗口说一声，工作人员帮您填。</p>
      <p>出不了门，打 <a href="tel:12345">12345</a>，请人上门。</p>
    </section>
  );
}
