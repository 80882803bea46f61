/*
 * Sentences about the efforts that have numbers: what happened in the report's period, the change from the
 * one before, and whether it is the highest or lowest of the years told about. Each says nothing when there
 * is nothing to say.
 */
#ifndef AARSRAPPORT_EFFORT_SENTENCES_H
#define AARSRAPPORT_EFFORT_SENTENCES_H

#include "sentence.h"

/* The Slagelse model: a first job, then the next one, often in another enterprise (plan 2018, section 2). */
void say_slagelse_model(struct sentence s);

/* Fundraising. Repeat donors are "Den Gyldne Donation" (strategy 2022–2025, section 2.2). */
void say_applications(struct sentence s);
void say_grants(struct sentence s);
void say_donors(struct sentence s);
void say_no_cure_no_pay(struct sentence s);

/* Trial actions and the UN goals (sections 3.2, 3.3; goal 17, partnerships, is the most important). */
void say_trials_started(struct sentence s);
void say_trials_running(struct sentence s);
void say_un_goals(struct sentence s);

/* Local purchasing. `inside` and `outside`: agreements with enterprises inside and outside the municipality.
 */
void say_purchases(struct sentence s);
void say_reserved(struct sentence s);
void say_purchase_agreements(struct sentence s, int64_t inside, int64_t outside);

/* The widened target group: how many groups the citizens in courses come from, and the largest. */
void say_target_groups(struct sentence s);

void say_csr(struct sentence s);
void say_in_house(struct sentence s);

/* One paragraph of them, one after the other; none when none says anything. */
void add_sentences(const struct section_context *context, struct section *section,
                   void (*const *sentences)(struct sentence), size_t count);

/* How many trial actions ran in the report's period: those of each status, added. */
struct ratio trials_running(const struct figures *figures);

#endif
