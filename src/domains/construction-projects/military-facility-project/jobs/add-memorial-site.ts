import { memorialSite, whenOpened } from '../add-to-register.ts';

/** A memorial site that is in use goes into the register of memorial sites. */
export default whenOpened('memorial-site-added', '纪念设施转入烈士纪念设施台账', memorialSite);
