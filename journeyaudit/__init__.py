"""Audits service journeys for places where no human who may can put a mistake right in time."""
