export { InfringerCluster, InfringerKey, InfringerLink, InfringerMark, InfringerNode, InfringerSeparation } from './infringer.entity.js';
export { INFRINGER_SEPARATION } from './infringer.subject.js';
export { infringerErrors } from './infringers.errors.js';
export { InfringersModule } from './infringers.module.js';
