module weft.dev/benchmarks/tasks

go 1.19
