#define SWIFT
