export { RoutingDecision, RuleSet } from './routing-decision.entity.js';
export { FACT_VALUES, factsWith, type RoutingFacts } from './domain/facts.js';
export { LANES, TRACKS, type Lane, type Track } from './domain/rule.js';
export { RoutingService, seedRouting, type RoutingAnswer } from './routing.service.js';
export { FIRST_RULE_SET } from './rules.data.js';
export { RoutingModule } from './routing.module.js';
