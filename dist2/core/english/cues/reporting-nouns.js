/** Nouns that stand for an act of saying, thinking or wanting. */
export const reportingNounClasses = [
    {
        kind: 'said',
        needs: 'any',
        strength: 0.8,
        lemmas: 'claim allegation accusation assertion contention announcement declaration statement remark comment criticism ' +
            'complaint denial warning admission suggestion argument insistence acknowledgement acknowledgment prediction ' +
            'forecast pledge promise vow threat rumor rumour boast testimony rhetoric characterization characterisation description ' +
            'confession confirmation rebuke endorsement condemnation denunciation attack charge apology message verdict explanation praise response reply answer',
    },
    {
        kind: 'thinks',
        needs: 'any',
        strength: 0.75,
        lemmas: 'belief consensus view opinion fear doubt suspicion worry concern conviction expectation skepticism scepticism ' +
            'assumption hope perception impression feeling disappointment frustration anger confidence stance position conclusion understanding opposition objection approval disapproval',
    },
    {
        kind: 'wants',
        needs: 'any',
        strength: 0.75,
        lemmas: 'demand call plea request proposal plan desire wish support recommendation advice intention appeal ' +
            'bid push ambition goal commitment willingness offer preference',
    },
    {
        kind: 'shows',
        needs: 'clause',
        strength: 0.7,
        lemmas: 'finding estimate evidence report study poll survey research analysis sign indication news theory idea notion question word rumour grievance version case line thesis decision conclusion hypothesis',
    },
];
//# sourceMappingURL=reporting-nouns.js.map