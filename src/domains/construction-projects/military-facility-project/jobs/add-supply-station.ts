import { supplyStation, whenOpened } from '../add-to-register.ts';

/** A supply station that is in use goes into the register of houses, with what it can serve. */
export default whenOpened('supply-capacity-added', '供应能力转入场所设施台账', supplyStation);
