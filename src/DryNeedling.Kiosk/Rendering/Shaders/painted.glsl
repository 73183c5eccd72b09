#define PAINTED
